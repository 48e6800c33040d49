import type { IndicatorOutcome, PartOutcome } from '../../requests/request-outcomes.ts';
import { type Indicator, indicatorKey } from '../indicator.ts';
import type { BlockCommand } from './block-command.ts';
import type { Fate, Fates } from './fate.ts';
import type { TargetList } from './worker-ports.ts';

/**
 * How a command ended, or `undefined` while any of its indicators has no fate.
 * The request that brought an indicator onto the list reads `enforced`, also when its message is delivered again;
 * every other one reads `already-enforced`.
 */
export function outcomeOfCommand(
  command: BlockCommand,
  list: TargetList,
  fates: Fates,
  now: Date,
): PartOutcome | undefined {
  const indicators: IndicatorOutcome[] = [];
  for (const indicator of command.indicators) {
    const fate = fates.get(indicatorKey(indicator));
    if (!fate) return undefined;
    indicators.push(outcomeOfIndicator(command, indicator, fate));
  }
  for (const { value, reason } of command.rejected) indicators.push({ value, status: 'rejected', reason });
  return {
    requestId: command.requestId,
    part: command.part,
    organisation: list.organisation,
    destinationList: { name: list.name, id: list.id },
    receivedAt: command.receivedAt.toISOString(),
    completedAt: now.toISOString(),
    indicators,
    ...(command.connection === undefined ? {} : { connection: command.connection }),
  };
}

function outcomeOfIndicator(command: BlockCommand, { value, type }: Indicator, fate: Fate): IndicatorOutcome {
  if (fate.kind !== 'on-list') return { value, type, status: fate.kind, reason: fate.reason };
  const { block } = fate;
  if (block.status === 'stored-not-enforced') {
    return { value, type, status: 'stored-not-enforced', reason: block.reason };
  }
  const isOurs = block.requestId === command.requestId && block.addedBy === 'us';
  return isOurs
    ? { value, type, status: 'enforced', verifiedAt: block.verifiedAt }
    : {
        value,
        type,
        status: 'already-enforced',
        verifiedAt: block.verifiedAt,
        reason: block.addedBy === 'us' ? 'blocked-before' : 'on-the-list-before',
      };
}
