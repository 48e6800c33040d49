import { describe, expect, it } from 'vitest';
import { connectionNameSchema } from '#shared/config/names.ts';
import { iocBlockedSchema, iocNotBlockedSchema } from '#shared/events/ioc-results.ts';
import { entryComment } from '#shared/iocs/blocking/entry-comment.ts';
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

describe('the comment beside an entry', () => {
  const requestId = deriveRequestId('test', '1');
  const connection = connectionNameSchema.parse('splunk');

  it.each([
    [{ requestId }, `scc-automations: event, ${requestId}`],
    [{ requestId, source: 'my feed' }, `scc-automations: my feed, ${requestId}`],
    [
      { requestId, connection, source: 'Rule 7', ticket: 'CASE-42' },
      `scc-automations: splunk (Rule 7), ticket CASE-42, ${requestId}`,
    ],
    [{ requestId, source: 'two\nlines' }, `scc-automations: two lines, ${requestId}`],
  ])('says who, which ticket and which request', (command, comment) => {
    expect(entryComment(command)).toBe(comment);
  });

  it('never outgrows what the list takes, and never loses the request', () => {
    const comment = entryComment({ requestId, source: 'x'.repeat(400), ticket: 'y'.repeat(400) });
    expect(comment).toHaveLength(255);
    expect(comment.endsWith(requestId)).toBe(true);
  });
});
