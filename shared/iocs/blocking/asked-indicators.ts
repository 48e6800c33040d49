import type { NonEmptyArray } from '../../non-empty.ts';
import { type BlockReport, mostReportsKept } from '../block.ts';
import { type Indicator, indicatorKey } from '../indicator.ts';
import type { BlockCommand } from './block-command.ts';

/** One indicator with every command that asks for it, in order of arrival. */
export interface AskedIndicator {
  readonly indicator: Indicator;
  readonly askers: NonEmptyArray<BlockCommand>;
}

/** Each indicator once, in order of arrival, by indicator key. */
export function askedIndicators(commands: readonly BlockCommand[]): ReadonlyMap<string, AskedIndicator> {
  const asked = new Map<string, { indicator: Indicator; askers: [BlockCommand, ...BlockCommand[]] }>();
  for (const command of commands) {
    for (const indicator of command.indicators) {
      const key = indicatorKey(indicator);
      const known = asked.get(key);
      if (known) known.askers.push(command);
      else asked.set(key, { indicator, askers: [command] });
    }
  }
  return asked;
}

/** Those whose asking counts: the guard lets it pass for them, or a person approved it. */
export function entitledAskers({ indicator, askers }: AskedIndicator): readonly BlockCommand[] {
  const key = indicatorKey(indicator);
  return askers.filter((asker) => asker.approvedBy !== undefined || !asker.holds.has(key));
}

/** What the ledger keeps of the requests: one report each, that of the owner first; of too many the latest. */
export function reportsOf(
  owner: BlockCommand,
  askers: readonly BlockCommand[],
): [BlockReport, ...BlockReport[]] {
  const others = new Map(askers.map((asker) => [asker.requestId, reportOf(asker)]));
  others.delete(owner.requestId);
  return [reportOf(owner), ...[...others.values()].slice(1 - mostReportsKept)];
}

/** The report that a command is. */
export function reportOf(command: BlockCommand): BlockReport {
  const { requestId, connection, source, ticket, receivedAt, approvedBy } = command;
  return {
    requestId,
    reportedAt: receivedAt.toISOString(),
    ...(connection !== undefined && { connection }),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(approvedBy !== undefined && { approvedBy }),
  };
}
