import { describe, expect, it } from 'vitest';
import { decideHeldParts, type WantedDecision } from '#shared/approvals/decide-held-parts.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { blockRequestedSchema } from '#shared/events/block-requested.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { decided, decisionBench } from './decision-bench.ts';
import { held, partOutcome, requestId } from './held-request.ts';

const approve: WantedDecision = {
  requestId,
  decision: 'approve',
  decidedBy: 'Ann',
  through: 'link',
  parts: [0],
};
const reject: WantedDecision = { ...approve, decision: 'reject' };

const blocked = { value: 'bad.example', type: 'domain', status: 'enforced' } as const;

describe('approving what is held', () => {
  it('records who and when, tells the worker what to block, and notes that it did', async () => {
    const { ports, rows, published } = decisionBench([
      partOutcome({ indicators: [held('popular.example'), blocked, held('192.0.2.7', { type: 'ipv4' })] }),
    ]);

    expect(await decideHeldParts(approve, ports)).toMatchObject({
      kind: 'stands',
      parts: [{ decision: { decidedBy: 'Ann' } }],
    });
    expect(rows.get(0)).toEqual({
      requestId,
      part: 0,
      decision: 'approve',
      decidedBy: 'Ann',
      through: 'link',
      decidedAt: '2026-12-01T04:00:00.000Z',
      publishedAt: '2026-12-01T04:00:00.000Z',
    });
    expect(published).toEqual([
      {
        source: 'scc-automations.operators',
        detailType: 'BlockRequested',
        detail: {
          version: 1,
          requestId,
          part: 10_000,
          approvesPart: 0,
          connection: 'splunk',
          source: 'Enterprise Security',
          ticket: 'CASE-42',
          link: 'https://splunk.example/alerts/42',
          severity: 'high',
          confidence: 80,
          destinationList: 'soc-block',
          receivedAt: '2026-12-01T03:58:00.000Z',
          indicators: [
            { type: 'domain', value: 'popular.example' },
            { type: 'ipv4', value: '192.0.2.7' },
          ],
        },
      },
    ]);
    expect(published.map(({ detail }) => blockRequestedSchema.safeParse(detail).success)).toEqual([true]);
  });

  it('is recorded before anybody is told', async () => {
    const { ports, rows, published } = decisionBench();
    const order: string[] = [];
    await decideHeldParts(approve, {
      ...ports,
      events: {
        async publish(events) {
          order.push(`published with ${rows.size} recorded`);
          await ports.events.publish(events);
        },
      },
    });
    expect(order).toEqual(['published with 1 recorded']);
    expect(published).toHaveLength(1);
  });

  it('is about the parts that were asked for, or about all that are held', async () => {
    const outcomes = [0, 1, 2].map((part) => partOutcome({ part }));
    const some = decisionBench(outcomes);
    await decideHeldParts({ ...approve, parts: [0, 2] }, some.ports);
    expect([...some.rows.keys()]).toEqual([0, 2]);

    const all = decisionBench([...outcomes, partOutcome({ part: 3, indicators: [blocked] })]);
    const { parts: _all, ...operator } = approve;
    await decideHeldParts(operator, all.ports);
    expect([...all.rows.keys()]).toEqual([0, 1, 2]);
  });

  it('repeated changes nothing, whoever repeats it', async () => {
    const { ports, rows, published } = decisionBench();
    await decideHeldParts(approve, ports);
    const first = rows.get(0);
    expect(await decideHeldParts({ ...approve, decidedBy: 'Bob' }, ports)).toMatchObject({
      kind: 'stands',
      parts: [{ decision: { decidedBy: 'Ann' } }],
    });
    expect(rows.get(0)).toEqual(first);
    expect(published).toHaveLength(1);
  });

  it.each(['publish', 'markPublished'] as const)(
    'that was interrupted at %s is finished by the same decision, and cannot be turned round',
    async (step) => {
      const { ports, rows, published, faults } = decisionBench();
      faults[step] = new RetryLater('the bus is away');
      expect(await decideHeldParts(approve, ports)).toMatchObject({
        kind: 'not-passed-on',
        cause: faults[step],
      });
      expect(rows.get(0)).not.toHaveProperty('publishedAt');

      delete faults[step];
      expect((await decideHeldParts(reject, ports)).kind).toBe('decided-otherwise');
      expect((await decideHeldParts(approve, ports)).kind).toBe('stands');
      expect(rows.get(0)).toHaveProperty('publishedAt');
      expect(published.at(-1)).toMatchObject({ detail: { part: 10_000, approvesPart: 0 } });
    },
  );
});

describe('rejecting what is held', () => {
  it('records it and tells the worker nothing', async () => {
    const { ports, rows, published } = decisionBench();
    expect((await decideHeldParts(reject, ports)).kind).toBe('stands');
    expect(rows.get(0)).toMatchObject({ decision: 'reject', decidedBy: 'Ann' });
    expect(published).toEqual([]);
  });

  it('cannot be turned into an approval', async () => {
    const { ports, published } = decisionBench();
    await decideHeldParts(reject, ports);
    expect(await decideHeldParts({ ...approve, decidedBy: 'Bob' }, ports)).toMatchObject({
      kind: 'decided-otherwise',
      parts: [{ decision: { decision: 'reject', decidedBy: 'Ann' } }],
    });
    expect(published).toEqual([]);
  });
});

describe('two people who decide at the same moment', () => {
  it('get one decision: the first', async () => {
    const { ports, rows, published, bench } = decisionBench();
    bench.meanwhile = () => rows.set(0, decided(0));
    expect(await decideHeldParts(approve, ports)).toMatchObject({
      kind: 'decided-otherwise',
      parts: [{ decision: { decidedBy: 'Bob' } }],
    });
    expect(published).toEqual([]);
  });

  it('decide each about what the other left open, seen anew', async () => {
    const { ports, rows, published, bench } = decisionBench([partOutcome(), partOutcome({ part: 1 })]);
    bench.meanwhile = () => {
      rows.set(1, decided(1));
    };
    await decideHeldParts({ ...approve, parts: [0, 1] }, ports);
    expect([rows.get(0)?.decision, rows.get(1)?.decision]).toEqual(['approve', 'reject']);
    expect(published).toMatchObject([{ detail: { approvesPart: 0 } }]);
  });

  it('are asked to try again when it does not end', async () => {
    const { ports } = decisionBench();
    const contested = {
      ...ports,
      decisions: { ...ports.decisions, record: async () => 'contested' as const },
    };
    await expect(decideHeldParts(approve, contested)).rejects.toBeInstanceOf(RetryLater);
  });
});

describe('what cannot be decided', () => {
  it.each([
    ['a request that is not known', { ...approve, requestId: deriveRequestId('a', 'b') }, 'unknown-request'],
    ['a part that has no end yet', { ...approve, parts: [0, 5] }, 'still-worked-on'],
  ] as const)('%s: %j', async (_what, wanted, kind) => {
    const { ports, rows } = decisionBench();
    expect((await decideHeldParts(wanted, ports)).kind).toBe(kind);
    expect(rows.size).toBe(0);
  });

  it.each([
    ['nothing is held', [partOutcome({ indicators: [blocked] })], 'nothing-held'],
    [
      'some of it will be tried again, so that more may be held later',
      [
        partOutcome({
          indicators: [held('a.example'), { ...blocked, status: 'failed', reason: 'list-full' }],
        }),
      ],
      'still-worked-on',
    ],
  ] as const)('%s', async (_why, outcomes, kind) => {
    const { ports, rows } = decisionBench(outcomes);
    expect((await decideHeldParts(approve, ports)).kind).toBe(kind);
    expect(rows.size).toBe(0);
  });
});
