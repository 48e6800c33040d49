import { AutomationError } from '../errors/automation-error.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { NonEmptyArray } from '../non-empty.ts';
import { actOnDecisions } from './act-on-decisions.ts';
import { completedEvents } from './completed-events.ts';
import { decidePart, failedPart } from './decide-part.ts';
import type { EnrichCommand, EnrichResult } from './enrich-command.ts';
import { type GatheredCommand, gatherIndicators } from './gather-indicators.ts';
import { giveBackSpread } from './give-back.ts';
import { lookUpVerdicts, type Verdicts } from './look-up-verdicts.ts';
import type { PartEnrichment } from './part-enrichment.ts';
import type { EnrichmentPorts } from './worker-ports.ts';

/**
 * Handles commands for the XDR of one organisation together:
 *  1. A part that is recorded as done is a repeat; one that is decided is acted on as it was decided.
 *  2. Look for indicators in the texts.
 *  3. Find the verdicts: each indicator is asked about once, whoever asks, and not again while its verdict is valid.
 *  4. Decide by the policy, and write the decisions down before anything is done. Whoever is first decides.
 *  5. Act on them, publish and record the results, and call the sender back.
 * Every message gets a result, whatever goes wrong: what was answered is kept, and a redelivery asks only the rest.
 */
export async function enrichIndicators(
  commands: NonEmptyArray<EnrichCommand>,
  ports: EnrichmentPorts,
): Promise<EnrichResult[]> {
  let recorded: readonly PartEnrichment[];
  try {
    recorded = await ports.enrichments.find(commands);
  } catch (cause) {
    return commands.map((command) => giveBackSpread(command, cause, ports.random()));
  }
  const results: EnrichResult[] = [];
  const gathered: GatheredCommand[] = [];
  for (const command of commands) {
    const earlier = recorded.find(
      ({ requestId, part }) => requestId === command.requestId && part === command.part,
    );
    if (earlier && earlier.state !== 'failed') {
      results.push(await conclude(earlier, command, ports));
      continue;
    }
    try {
      gathered.push(await gatherIndicators(command, ports.intelligence));
    } catch (cause) {
      results.push(await stop(command, cause, ports));
    }
  }

  const verdicts: Verdicts = new Map();
  let obstacle: unknown;
  try {
    await lookUpVerdicts(gathered, verdicts, ports);
  } catch (error) {
    obstacle = error;
  }
  for (const command of gathered) {
    const { intelligence, clock } = ports;
    const decided = decidePart(command, verdicts, { intelligence, now: clock.now() });
    const result = decided
      ? await writeDownAndConclude(decided, command, ports)
      : await stop(command, obstacle, ports);
    results.push(result);
  }
  return results;
}

async function writeDownAndConclude(
  decided: PartEnrichment & { state: 'decided' },
  command: GatheredCommand,
  ports: EnrichmentPorts,
): Promise<EnrichResult> {
  try {
    return await conclude(await ports.enrichments.decide(decided), command, ports);
  } catch (cause) {
    return giveBackSpread(command, cause, ports.random());
  }
}

/** Acts on what is decided, and calls the sender back; the message goes back where something keeps it from that. */
async function conclude(
  enrichment: PartEnrichment,
  command: GatheredCommand,
  ports: EnrichmentPorts,
): Promise<EnrichResult> {
  const { messageId } = command;
  try {
    const isRepeat = enrichment.state === 'done';
    const done = isRepeat ? enrichment : await actOnDecisions(enrichment, command, ports);
    for (const completed of completedEvents(done)) await ports.callbacks.deliver(completed);
    return isRepeat ? { messageId, kind: 'repeat' } : { messageId, kind: 'done', enrichment: done };
  } catch (cause) {
    return giveBackSpread(command, cause, ports.random());
  }
}

/** Gives a message back for which not everything could be asked. What a person has to put right is said at once. */
async function stop(
  command: Omit<GatheredCommand, 'indicators'>,
  cause: unknown,
  ports: EnrichmentPorts,
): Promise<EnrichResult> {
  const back = giveBackSpread(command, cause, ports.random());
  if (!(cause instanceof AutomationError) || cause instanceof RetryLater) return back;
  try {
    await ports.enrichments.save(failedPart(command, cause, ports.clock.now()));
    return back;
  } catch (error) {
    return giveBackSpread(command, error, ports.random());
  }
}
