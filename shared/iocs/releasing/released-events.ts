import { createHash } from 'node:crypto';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import { type IocReleased, iocReleasedSchema, releaseEventSource } from '../../events/ioc-released.ts';
import { chunksOf } from '../../non-empty.ts';
import type { StandingBlock } from '../block.ts';
import type { TargetList } from '../blocking/worker-ports.ts';
import { indicatorKey } from '../indicator.ts';

/** A block that has ended for us, as it was before. */
export interface EndedBlock {
  readonly block: StandingBlock;
  readonly because: IocReleased['indicators'][number]['because'];
  readonly releasedBy?: string | undefined;
}

/**
 * Most indicators in one event: with the longest URLs it stays below what the bus takes, and its blocks are recorded
 * in one transaction, so that a crash repeats an event as a whole or not at all.
 */
export const mostIndicatorsPerReleaseEvent = 50;

/** Tells the bus which blocks have ended, in order. The same ends make events with the same ids. */
export function releasedEvents(
  list: Pick<TargetList, 'name' | 'id' | 'organisation'>,
  ended: readonly EndedBlock[],
  at: Date,
): OutgoingEvent[] {
  return chunksOf(ended, mostIndicatorsPerReleaseEvent).map((chunk) => ({
    source: releaseEventSource,
    detailType: 'IocReleased',
    detail: iocReleasedSchema.parse({
      version: 1,
      eventId: eventIdOf(list, chunk),
      organisation: list.organisation,
      destinationList: { name: list.name, id: list.id },
      indicators: chunk.map(({ block, because, releasedBy }) => ({
        ...block.indicator,
        because,
        ...(releasedBy !== undefined && { releasedBy }),
      })),
      occurredAt: at.toISOString(),
    }),
  }));
}

/** A block that begins anew and ends again has other reports, and so another event id. */
function eventIdOf({ name }: Pick<TargetList, 'name'>, ended: readonly EndedBlock[]): string {
  const digest = createHash('sha256').update(name);
  for (const { block, because } of ended) {
    const { indicator, requestId, lastSeenAt, leaseUntil } = block;
    digest.update(`\n${indicatorKey(indicator)}/${because}/${requestId}/${lastSeenAt}/${leaseUntil}`);
  }
  return `evt_${digest.digest('hex').slice(0, 32)}`;
}
