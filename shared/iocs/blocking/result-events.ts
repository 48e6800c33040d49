import { createHash } from 'node:crypto';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import { largestEventDetailBytes } from '../../events/event-publisher.ts';
import { blockWorkerEventSource, iocBlockedSchema, iocNotBlockedSchema } from '../../events/ioc-results.ts';
import type { IndicatorOutcome, PartOutcome } from '../../requests/request-outcomes.ts';

const onList = new Set<IndicatorOutcome['status']>(['enforced', 'already-enforced', 'stored-not-enforced']);

/** Tells the bus how a part ended: one `IocBlocked`, one `IocNotBlocked`, or both; more only where one is too large. */
export function resultEvents(outcome: PartOutcome): OutgoingEvent[] {
  const blocked = outcome.indicators.filter((indicator) => onList.has(indicator.status));
  // A value that is no indicator has no type; only the request's own record names it. What is held has not ended.
  const notBlocked = outcome.indicators.filter(
    ({ status, type }) => !onList.has(status) && status !== 'held' && type !== undefined,
  );
  return [
    ...pages(blocked).map((indicators, page) => ({
      source: blockWorkerEventSource,
      detailType: 'IocBlocked' as const,
      detail: iocBlockedSchema.parse({ ...common(outcome, 'IocBlocked', page), indicators }),
    })),
    ...pages(notBlocked).map((indicators, page) => ({
      source: blockWorkerEventSource,
      detailType: 'IocNotBlocked' as const,
      detail: iocNotBlockedSchema.parse({ ...common(outcome, 'IocNotBlocked', page), indicators }),
    })),
  ];
}

function common(outcome: PartOutcome, detailType: string, page: number) {
  const { requestId, connection, organisation, destinationList, completedAt, part } = outcome;
  // A failure that is mended later is a new event; a repeat of the same end is not.
  const end = outcome.indicators.map((indicator) => indicator.status).join();
  const digest = createHash('sha256')
    .update(`${requestId}/${part}/${detailType}/${page}/${end}`)
    .digest('hex');
  return {
    version: 1,
    eventId: `evt_${digest.slice(0, 32)}`,
    requestId,
    connection,
    organisation,
    destinationList,
    occurredAt: completedAt,
  };
}

function pages(indicators: readonly IndicatorOutcome[]): IndicatorOutcome[][] {
  const result: IndicatorOutcome[][] = [];
  let bytes = 0;
  for (const indicator of indicators) {
    const size = Buffer.byteLength(JSON.stringify(indicator));
    const current = result.at(-1);
    if (current && bytes + size <= largestEventDetailBytes) {
      current.push(indicator);
      bytes += size;
    } else {
      result.push([indicator]);
      bytes = size;
    }
  }
  return result;
}
