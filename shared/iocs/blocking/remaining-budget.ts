import type { BlastRadiusLimits } from '../../config/blast-radius.ts';
import { NewBlockBudget } from '../blast-radius/new-block-budget.ts';
import { connectionHour, organisationDay, requestPeriod } from '../blast-radius/new-block-counts.ts';
import type { StandingBlock } from '../block.ts';
import type { BlockCommand } from './block-command.ts';
import type { BlockStore } from './block-store.ts';
import { isOfLargeRequest } from './pending-entry.ts';

/**
 * How many new blocks the commands may still make. A request that comes in one message is counted by what stands
 * there for it already, after a worker that died half-way; a large one by the table.
 * @param standing blocks that the commands ask for again
 */
export async function remainingBudget(
  commands: readonly BlockCommand[],
  standing: Iterable<StandingBlock>,
  context: { store: BlockStore; blastRadius: BlastRadiusLimits; now: Date },
): Promise<NewBlockBudget> {
  const { store, blastRadius, now } = context;
  const periods = new Set([organisationDay(now)]);
  const ofSmallRequests = new Map<string, string>();
  for (const command of commands) {
    const { connection, requestId, destinationList } = command;
    if (connection) periods.add(connectionHour(connection, now));
    const period = requestPeriod(requestId, destinationList);
    if (isOfLargeRequest(command)) periods.add(period);
    else ofSmallRequests.set(requestId, period);
  }
  const used = new Map(await store.newBlockCounts([...periods]));
  for (const { requestId, addedBy } of standing) {
    const period = ofSmallRequests.get(requestId);
    if (period && addedBy === 'us' && !periods.has(period)) used.set(period, (used.get(period) ?? 0) + 1);
  }
  return new NewBlockBudget({ limits: blastRadius, now, used });
}
