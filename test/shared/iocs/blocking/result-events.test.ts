import { describe, expect, it } from 'vitest';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { iocBlockedSchema, iocNotBlockedSchema } from '#shared/events/ioc-results.ts';
import { resultEvents } from '#shared/iocs/blocking/result-events.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import type { IndicatorOutcome, PartOutcome } from '#shared/requests/request-outcomes.ts';
import { listName, organisation } from './worker-bench.ts';

function outcome(indicators: IndicatorOutcome[]): PartOutcome {
  return {
    requestId: deriveRequestId('test', '1'),
    part: 0,
    organisation,
    destinationList: { name: listName, id: 7001234 },
    receivedAt: '2026-11-22T03:00:00.000Z',
    completedAt: '2026-11-22T03:00:02.000Z',
    indicators,
  };
}

describe('the events that tell how a part ended', () => {
  const mixed = outcome([
    { value: 'a.example', type: 'domain', status: 'enforced', verifiedAt: '2026-11-22T03:00:02.000Z' },
    { value: 'b.example', type: 'domain', status: 'stored-not-enforced', reason: 'no-rule-uses-list' },
    { value: 'c.example', type: 'domain', status: 'rejected', reason: 'refused-by-destination: no' },
    { value: 'nonsense', status: 'rejected', reason: 'not-an-indicator' },
  ]);

  it('are one for what is on the list and one for what is not, both in their contracts', () => {
    const events = resultEvents(mixed);
    expect(events.map((event) => event.detailType)).toEqual(['IocBlocked', 'IocNotBlocked']);
    expect(iocBlockedSchema.parse(events[0]?.detail).indicators).toHaveLength(2);
    // What is no indicator has no type and stands in the request's own record only.
    expect(iocNotBlockedSchema.parse(events[1]?.detail).indicators).toHaveLength(1);
  });

  it('say until when each block lasts and which list took it, and say nothing of what is held', () => {
    const leaseUntil = '2026-12-22T04:00:00.000Z';
    const overflowedTo = { name: destinationListNameSchema.parse('soc-block-2'), id: 7001239 };
    const [event, ...others] = resultEvents(
      outcome([
        { value: 'a.example', type: 'domain', status: 'enforced', leaseUntil, overflowedTo },
        { value: 'b.example', type: 'domain', status: 'held', reason: 'shared-hosting' },
      ]),
    );
    expect(iocBlockedSchema.parse(event?.detail).indicators).toEqual([
      { value: 'a.example', type: 'domain', status: 'enforced', leaseUntil, overflowedTo },
    ]);
    expect(others).toEqual([]);
  });

  it('carry the same event id when they are repeated, and another when the end is another', () => {
    const ids = (of: PartOutcome) =>
      resultEvents(of).map(({ detail }) => JSON.parse(JSON.stringify(detail)).eventId);
    expect(ids(mixed)).toEqual(ids({ ...mixed, completedAt: '2026-11-22T03:05:00.000Z' }));
    const failed = outcome([
      { value: 'a.example', type: 'domain', status: 'failed', reason: 'key disabled' },
    ]);
    const mended = outcome([{ value: 'a.example', type: 'domain', status: 'rejected', reason: 'no' }]);
    expect(ids(failed)).not.toEqual(ids(mended));
  });

  it('are cut where one would be too large for the bus', () => {
    const long = Array.from({ length: 400 }, (_, index) => ({
      value: `https://long.example/${index}/${'a'.repeat(1_500)}`,
      type: 'url' as const,
      status: 'enforced' as const,
    }));
    const events = resultEvents(outcome(long));
    expect(events.length).toBeGreaterThan(2);
    for (const { detail } of events) expect(Buffer.byteLength(JSON.stringify(detail))).toBeLessThan(200_000);
  });
});
