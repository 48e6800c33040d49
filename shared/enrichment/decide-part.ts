import { indicatorKey } from '../iocs/indicator.ts';
import { followPolicy } from './follow-policy.ts';
import type { GatheredCommand } from './gather-indicators.ts';
import type { Intelligence } from './intelligence.ts';
import type { Verdicts } from './look-up-verdicts.ts';
import { fitted } from './pages.ts';
import type { PartEnrichment } from './part-enrichment.ts';
import type { VerdictDecision } from './verdict-decision.ts';

/** What is decided about a command, or `undefined` while a verdict is missing that XDR may have; pure. */
export function decidePart(
  command: GatheredCommand,
  verdicts: Pick<Verdicts, 'get'>,
  { intelligence, now }: { intelligence: Pick<Intelligence, 'knows' | 'investigateUrl'>; now: Date },
): (PartEnrichment & { state: 'decided' }) | undefined {
  const decisions: VerdictDecision[] = [];
  for (const indicator of command.indicators) {
    const known = verdicts.get(indicatorKey(indicator));
    if (!known && intelligence.knows(indicator)) return undefined;
    decisions.push(
      fitted({
        ...indicator,
        ...(known && { verdict: known.verdict }),
        ...followPolicy(indicator, known?.verdict, command.settings),
        investigateUrl: intelligence.investigateUrl(indicator),
      }),
    );
  }
  return { ...partOf(command, now), state: 'decided', decisions };
}

/** That nothing could be asked for a command, until a person has put something right. */
export function failedPart(
  command: Omit<GatheredCommand, 'indicators'>,
  problem: Error,
  now: Date,
): PartEnrichment {
  return { ...partOf(command, now), state: 'failed', decisions: [], problem: problemIn(problem) };
}

/** What a record keeps of an error's message. */
export function problemIn({ message }: Error): string {
  return message.slice(0, 500).toWellFormed();
}

function partOf(command: Omit<GatheredCommand, 'indicators'>, now: Date) {
  const { requestId, part, connection, organisation, receivedAt, rejected } = command;
  const { source, ticket, link, severity, confidence } = command;
  return {
    requestId,
    part,
    connection,
    organisation,
    receivedAt: receivedAt.toISOString(),
    at: now.toISOString(),
    rejected: rejected.map(({ value, reason }) => ({ value, reason })),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(link !== undefined && { link }),
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
  };
}
