import { mostReportsKept, type StandingBlock, withChange } from '../block.ts';
import { type AskedIndicator, entitledAskers, reportOf } from './asked-indicators.ts';
import type { BlockCommand } from './block-command.ts';

/**
 * A standing block that is asked for again: every request is noted once, and the lease grows to the longest that
 * one of them has; it never shrinks. A request that the guard holds is noted and renews nothing, and what is not
 * ours has no lease. A block that learns nothing new comes back as it is.
 * @param leaseEndFor when the block ends as the command asks for it now
 */
export function reportedAgain(
  block: StandingBlock,
  asked: AskedIndicator,
  leaseEndFor: (command: BlockCommand) => Date,
  now: Date,
): StandingBlock {
  const noted = new Set(block.reports.map(({ requestId }) => requestId));
  const newAskers = asked.askers.filter(
    ({ requestId }, index, all) =>
      !noted.has(requestId) && all.findIndex((other) => other.requestId === requestId) === index,
  );
  if (newAskers.length === 0) return block;
  const reports = [...block.reports, ...newAskers.map(reportOf)].slice(-mostReportsKept);
  const lastSeenAt = reports
    .map(({ reportedAt }) => reportedAt)
    .reduce((latest, at) => (at > latest ? at : latest), block.lastSeenAt);
  const seen = { ...block, reports, lastSeenAt };
  return renewed(seen, newAskers.filter(isIn(entitledAskers(asked))), leaseEndFor, now);
}

function renewed(
  block: StandingBlock,
  askers: readonly BlockCommand[],
  leaseEndFor: (command: BlockCommand) => Date,
  now: Date,
): StandingBlock {
  if (block.addedBy !== 'us') return block;
  let longest: { end: string; by: string } | undefined;
  for (const asker of askers) {
    const end = leaseEndFor(asker).toISOString();
    if (end > (longest?.end ?? block.leaseUntil ?? '')) longest = { end, by: asker.requestId };
  }
  if (!longest) return block;
  const change = { at: now.toISOString(), change: 'renewed' as const, by: longest.by };
  return withChange({ ...block, leaseUntil: longest.end }, change);
}

function isIn(commands: readonly BlockCommand[]): (command: BlockCommand) => boolean {
  const all = new Set(commands);
  return (command) => all.has(command);
}
