import { describe, expect, it } from 'vitest';
import { answerRelease } from '#functions/request-release/answer-release.ts';
import {
  connectionNameSchema,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import type { PartEnrichment } from '#shared/enrichment/part-enrichment.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { releaseRequestedSchema } from '#shared/events/release-requested.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import type { RecordedRequest } from '#shared/requests/request-reader.ts';
import { listName } from '#test/shared/iocs/blocking/worker-bench.ts';
import { ReleaseBench, requestId } from '#test/shared/iocs/releasing/release-bench.ts';
import { routesToAll } from '../../shared/config/routes-to-all.ts';
import { nothingRecorded } from '../../shared/requests/nothing-recorded.ts';

const operator = 'arn:aws:iam::111122223333:user/ada';
const other = deriveRequestId('test', 'second');
const overflowName = destinationListNameSchema.parse('soc-block-2');

class Desk {
  readonly bench = new ReleaseBench();
  readonly published: OutgoingEvent[] = [];
  request: RecordedRequest | undefined;

  async ask(request: Partial<HttpRequest>) {
    const answer = await answerRelease(
      {
        apiRequestId: 'api-1',
        method: 'DELETE',
        headers: new Map(),
        pathParameters: new Map(),
        queryParameters: new Map(),
        body: { text: '', isBase64Encoded: false },
        awsCallerArn: operator,
        ...request,
      },
      {
        requests: { read: async () => this.request },
        ledger: this.bench.table.ledger(),
        events: {
          publish: async (events) => {
            this.published.push(...events);
          },
        },
        lists: [listName, overflowName],
        routesOf: () => routesToAll([listName, overflowName]),
        clock: { now: () => this.bench.now },
      },
    );
    return { statusCode: answer.statusCode, body: JSON.parse(answer.body) };
  }

  release(type: string, value: string, query: Record<string, string> = {}) {
    return this.ask({
      pathParameters: new Map(Object.entries({ type, value })),
      queryParameters: new Map(Object.entries(query)),
    });
  }

  rollBack(id: string) {
    return this.ask({ method: 'POST', pathParameters: new Map([['requestId', id]]) });
  }

  commands() {
    return this.published.map(({ detail }) => releaseRequestedSchema.parse(detail));
  }
}

function recorded(indicators: readonly object[], more: Partial<RecordedRequest> = {}): RecordedRequest {
  const part = {
    requestId,
    part: 0,
    organisation: 'main',
    destinationList: { name: listName, id: 7_001_234 },
    receivedAt: '2026-11-22T03:00:00.000Z',
    completedAt: '2026-11-22T03:00:05.000Z',
    indicators,
  };
  // Outcomes as the table keeps them; their members' brands are not of interest here.
  return { ...nothingRecorded(requestId), outcomes: [part as never], ...more };
}

describe('DELETE /indicators/{type}/{value}', () => {
  it('asks the worker to release the block, and says where', async () => {
    const desk = new Desk();
    desk.bench.block('bad.example');

    const { statusCode, body } = await desk.release('domain', 'BAD.example');

    expect(statusCode).toBe(202);
    expect(body).toEqual({
      indicator: { type: 'domain', value: 'bad.example' },
      links: { self: '/indicators/domain/bad.example' },
      status: 'accepted',
      releasing: [{ destinationList: 'soc-block', type: 'domain', value: 'bad.example' }],
      blockedForOthers: [],
      kept: [],
    });
    expect(desk.commands()).toEqual([
      {
        version: 1,
        destinationList: 'soc-block',
        indicators: [{ type: 'domain', value: 'bad.example' }],
        because: 'released-by-operator',
        requestedBy: operator,
        requestedAt: '2026-11-22T05:01:00.000Z',
      },
    ]);
  });

  it('of what is not ours asks nothing, and says so', async () => {
    const desk = new Desk();
    desk.bench.block('bad.example', { addedBy: 'someone-else' });
    const { statusCode, body } = await desk.release('domain', 'bad.example');
    expect(statusCode).toBe(200);
    expect(body).toMatchObject({ status: 'nothing-to-release', kept: [{ reason: 'not-ours' }] });
    expect(desk.published).toEqual([]);
  });

  it('of one list leaves the others', async () => {
    const desk = new Desk();
    const block = desk.bench.block('bad.example');
    desk.bench.table.blocks.set('soc-block-2/domain:bad.example', {
      ...block,
      destinationList: overflowName,
    });
    await desk.release('domain', 'bad.example', { destinationList: 'soc-block-2' });
    expect(desk.commands().map(({ destinationList }) => destinationList)).toEqual(['soc-block-2']);
  });

  it.each<[said: string, type: string, value: string, query: Record<string, string>, kind: string]>([
    ['that was never blocked', 'domain', 'good.example', {}, 'not-found'],
    ['that is none', 'ipv4', 'bad.example', {}, 'not-understood'],
    ['on a list that is not configured', 'domain', 'bad.example', { destinationList: 'x' }, 'not-found'],
    ['never blocked on that list', 'domain', 'bad.example', { destinationList: 'soc-block-2' }, 'not-found'],
  ])('%s is refused', async (_said, type, value, query, kind) => {
    const desk = new Desk();
    desk.bench.block('bad.example');
    const asking = desk.release(type, value, query);
    await expect(asking).rejects.toThrow(RefusedRequest);
    await expect(asking).rejects.toMatchObject({ kind });
    expect(desk.published).toEqual([]);
  });

  it('without an identity is refused', async () => {
    await expect(new Desk().ask({ awsCallerArn: undefined })).rejects.toMatchObject({
      kind: 'not-authenticated',
    });
  });
});

describe('POST /requests/{requestId}/rollback', () => {
  it('asks to release what the request alone blocked, also on the list that took the overflow', async () => {
    const desk = new Desk();
    const { reports } = desk.bench.block('alone.example');
    desk.bench.block('shared.example', {
      reports: [...reports, { requestId: other, reportedAt: '2026-11-22T04:00:00.000Z' }],
    });
    desk.bench.block('taken.example', { addedBy: 'someone-else' });
    const overflowed = desk.bench.block('overflowed.example');
    desk.bench.table.blocks.set('soc-block-2/domain:overflowed.example', {
      ...overflowed,
      destinationList: overflowName,
    });
    const outcome = (value: string, more: object = {}) => ({
      type: 'domain',
      value,
      status: 'enforced',
      ...more,
    });
    desk.request = recorded([
      outcome('alone.example'),
      outcome('shared.example', { status: 'already-enforced' }),
      outcome('taken.example', { status: 'already-enforced' }),
      outcome('overflowed.example', { overflowedTo: { name: overflowName, id: 7_001_235 } }),
      outcome('refused.example', { status: 'rejected' }),
    ]);

    const { statusCode, body } = await desk.rollBack(requestId);

    expect(statusCode).toBe(202);
    expect(body).toEqual({
      requestId,
      links: { self: `/requests/${requestId}` },
      status: 'accepted',
      releasing: [
        { destinationList: 'soc-block', type: 'domain', value: 'alone.example' },
        { destinationList: 'soc-block-2', type: 'domain', value: 'overflowed.example' },
      ],
      blockedForOthers: [{ destinationList: 'soc-block', type: 'domain', value: 'shared.example' }],
      kept: [{ destinationList: 'soc-block', type: 'domain', value: 'taken.example', reason: 'not-ours' }],
    });
    expect(desk.commands()).toMatchObject([
      {
        destinationList: 'soc-block',
        because: 'request-rolled-back',
        rolledBackRequestId: requestId,
        indicators: [{ value: 'alone.example' }, { value: 'shared.example' }],
      },
      { destinationList: 'soc-block-2', indicators: [{ value: 'overflowed.example' }] },
    ]);
  });

  it('of a large request publishes as many commands as its indicators need', async () => {
    const desk = new Desk();
    const values = Array.from({ length: 1_001 }, (_, index) => `d${index}.example`);
    for (const value of values) desk.bench.block(value);
    desk.request = recorded(values.map((value) => ({ type: 'domain', value, status: 'enforced' })));
    await desk.rollBack(requestId);
    expect(desk.commands().map(({ indicators }) => indicators.length)).toEqual([500, 500, 1]);
  });

  it('of a request that is still worked on says how much is missing', async () => {
    const desk = new Desk();
    const value = indicatorValueSchema.parse('bad.example');
    const parts = [{ part: 0, destinationList: listName, indicators: [{ type: 'domain' as const, value }] }];
    desk.request = { ...nothingRecorded(requestId), parts };
    const { statusCode, body } = await desk.rollBack(requestId);
    expect(statusCode).toBe(200);
    expect(body).toMatchObject({ pending: 1, hint: expect.stringContaining('again') });
  });

  it('of a request whose verdicts may still lead to blocks says so, too', async () => {
    const desk = new Desk();
    const indicator = { type: 'domain' as const, value: indicatorValueSchema.parse('bad.example') };
    const enrichmentParts = [
      { part: 0, indicators: [indicator], hasText: false },
      { part: 1, indicators: [], hasText: true },
    ];
    desk.request = { ...nothingRecorded(requestId), enrichmentParts };
    expect((await desk.rollBack(requestId)).body).toMatchObject({ pending: 2 });

    const enrichment: PartEnrichment = {
      requestId,
      part: 0,
      state: 'done',
      connection: connectionNameSchema.parse('triage'),
      organisation: organisationNameSchema.parse('main'),
      receivedAt: '2026-11-22T03:00:00.000Z',
      at: '2026-11-22T03:00:02.000Z',
      decisions: [
        { ...indicator, action: 'block', because: 'rule 1', investigateUrl: 'https://xdr.example' },
      ],
      rejected: [],
    };
    desk.request = {
      ...desk.request,
      enrichmentParts: enrichmentParts.slice(0, 1),
      enrichments: [enrichment],
    };
    expect((await desk.rollBack(requestId)).body).toMatchObject({ pending: 1 });
  });

  it.each(['req_0123456789abcdef0123456789abcdef', 'nonsense'])(
    'of %s, which nobody knows, is refused',
    async (id) => {
      await expect(new Desk().rollBack(id)).rejects.toMatchObject({ kind: 'not-found' });
    },
  );
});
