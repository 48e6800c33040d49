import type { IndicatorOutcome, PartOutcome } from '../../requests/request-outcomes.ts';
import type { StandingBlock } from '../block.ts';
import { type Indicator, indicatorKey } from '../indicator.ts';
import type { BlockCommand } from './block-command.ts';
import type { Fate, Fates } from './fate.ts';
import { chainOf } from './list-chain.ts';
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
    indicators.push(outcomeOfIndicator(command, indicator, list, fate));
  }
  for (const { value, reason } of command.rejected) indicators.push({ value, status: 'rejected', reason });
  const { requestId, part, receivedAt, connection, source, ticket, link, severity, confidence } = command;
  return {
    requestId,
    part,
    organisation: list.organisation,
    destinationList: { name: list.name, id: list.id },
    receivedAt: receivedAt.toISOString(),
    completedAt: now.toISOString(),
    indicators,
    ...(connection !== undefined && { connection }),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(link !== undefined && { link }),
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
  };
}

function outcomeOfIndicator(
  command: BlockCommand,
  indicator: Indicator,
  list: TargetList,
  fate: Fate,
): IndicatorOutcome {
  const { value, type } = indicator;
  switch (fate.kind) {
    case 'on-list':
      return { value, type, ...outcomeOfBlock(command, list, fate.block) };
    case 'held': {
      // Held for everybody, but not by everybody's guard: each request is told its own reason.
      const { reason, explanation, touchedIdentities } =
        command.holds.get(indicatorKey(indicator)) ?? fate.hold;
      return {
        value,
        type,
        status: 'held',
        reason,
        ...(explanation !== undefined && { explanation }),
        ...(touchedIdentities !== undefined && { touchedIdentities }),
      };
    }
    case 'rejected':
    case 'failed':
      return { value, type, status: fate.kind, reason: fate.reason };
  }
}

function outcomeOfBlock(
  command: BlockCommand,
  list: TargetList,
  block: StandingBlock,
): Pick<IndicatorOutcome, 'status' | 'reason' | 'verifiedAt' | 'leaseUntil' | 'overflowedTo'> {
  const other = block.destinationList !== list.name;
  const holder = other ? chainOf(list).find(({ name }) => name === block.destinationList) : undefined;
  const place = {
    ...(block.leaseUntil !== undefined && { leaseUntil: block.leaseUntil }),
    ...(holder && { overflowedTo: { name: holder.name, id: holder.id } }),
  };
  if (block.status === 'stored-not-enforced') {
    return { status: 'stored-not-enforced', reason: block.reason, ...place };
  }
  const { verifiedAt } = block;
  if (block.requestId === command.requestId && block.addedBy === 'us') {
    return { status: 'enforced', verifiedAt, ...place };
  }
  const reason = block.addedBy === 'us' ? 'blocked-before' : 'on-the-list-before';
  return { status: 'already-enforced', verifiedAt, reason, ...place };
}
