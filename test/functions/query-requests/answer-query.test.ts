import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { connectionNameSchema, destinationListNameSchema } from '#shared/config/names.ts';
import type { Block } from '#shared/iocs/block.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { answerQuery, type QueryPorts } from '../../../functions/query-requests/answer-query.ts';
import { entryNumber } from '../../shared/iocs/blocking/entry-number.ts';
import { nothingRecorded } from '../../shared/requests/nothing-recorded.ts';

const requestId = deriveRequestId('splunk', '1');
const list = destinationListNameSchema.parse('soc-block');
const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: { main: { secureAccess: { edition: 'global' } } },
  destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
  connections: {},
});
const url = 'https://bad.example/a/b?c=1';
const block: Block = {
  indicator: { type: 'url', value: indicatorValueSchema.parse(url) },
  destinationList: list,
  requestId,
  addedBy: 'us',
  firstSeenAt: '2026-11-22T03:00:00.000Z',
  lastSeenAt: '2026-11-22T04:00:00.000Z',
  reports: [
    {
      requestId,
      connection: connectionNameSchema.parse('splunk'),
      ticket: 'CASE-42',
      reportedAt: '2026-11-22T03:00:00.000Z',
    },
  ],
  history: [{ at: '2026-11-22T03:00:02.000Z', change: 'enforced', by: requestId }],
  leaseUntil: '2026-12-22T04:00:00.000Z',
  comment: 'as it stands there',
  entryId: entryNumber(990_017),
  status: 'enforced',
  verifiedAt: '2026-11-22T03:00:02.000Z',
};

const released: Block = {
  indicator: { type: 'domain', value: indicatorValueSchema.parse('gone.example') },
  destinationList: list,
  requestId,
  firstSeenAt: '2026-11-22T03:00:00.000Z',
  lastSeenAt: '2026-11-22T03:00:00.000Z',
  reports: [{ requestId, reportedAt: '2026-11-22T03:00:00.000Z' }],
  history: [{ at: '2026-11-23T03:00:00.000Z', change: 'released', by: 'Ada' }],
  status: 'released',
  releasedAt: '2026-11-23T03:00:00.000Z',
  because: 'released-by-operator',
  releasedBy: 'Ada',
};
const blocks = [block, released];

const ports: QueryPorts = {
  configuration,
  requests: {
    read: async (id) =>
      id === requestId
        ? {
            ...nothingRecorded(requestId),
            received: {
              connection: connectionNameSchema.parse('splunk'),
              action: 'block',
              receivedAt: '2026-11-22T03:00:00.000Z',
            },
            parts: [{ part: 0, destinationList: list, indicators: [block.indicator] }],
          }
        : undefined,
  },
  ledger: { blocksOf: async ({ value }) => blocks.filter(({ indicator }) => indicator.value === value) },
};

function ask(pathParameters: Record<string, string>) {
  return answerQuery(
    {
      apiRequestId: 'api-1',
      method: 'GET',
      headers: new Map(),
      pathParameters: new Map(Object.entries(pathParameters)),
      queryParameters: new Map(),
      body: { text: '', isBase64Encoded: false },
    },
    ports,
  );
}

describe('GET /requests/{requestId}', () => {
  it('tells what became of each indicator', async () => {
    const answer = await ask({ requestId });
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({
      requestId,
      connection: 'splunk',
      status: 'pending',
      indicators: [
        {
          value: url,
          type: 'url',
          status: 'queued',
          destinationList: 'soc-block',
          destinationListId: 7001234,
        },
      ],
    });
  });

  it.each([
    ['another form', 'hello'],
    ['an unknown request', deriveRequestId('splunk', '2')],
  ])('is 404 for %s', async (_title, id) => {
    await expect(ask({ requestId: id })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(ask({ requestId: id })).rejects.toBeInstanceOf(RefusedRequest);
  });
});

describe('GET /indicators/{type}/{value}', () => {
  it.each([
    ['as it is', url],
    ['percent-encoded once more than was decoded', encodeURIComponent(url)],
    ['disarmed', 'hxxps://bad[.]example/a/b?c=1'],
  ])('finds a URL that comes %s', async (_title, value) => {
    const answer = await ask({ type: 'url', value });
    expect(JSON.parse(answer.body)).toMatchObject({
      value: url,
      blocks: [
        {
          destinationList: 'soc-block',
          destinationListId: 7001234,
          organisation: 'main',
          status: 'enforced',
        },
      ],
    });
  });

  it('tells who asked, until when, how the entry is found on the list, and what happened', async () => {
    const answer = await ask({ type: 'url', value: url });
    expect(JSON.parse(answer.body).blocks).toEqual([
      {
        destinationList: 'soc-block',
        destinationListId: 7001234,
        organisation: 'main',
        status: 'enforced',
        requestId,
        addedBy: 'us',
        firstSeenAt: '2026-11-22T03:00:00.000Z',
        lastSeenAt: '2026-11-22T04:00:00.000Z',
        reports: [
          { requestId, connection: 'splunk', ticket: 'CASE-42', reportedAt: '2026-11-22T03:00:00.000Z' },
        ],
        history: [{ at: '2026-11-22T03:00:02.000Z', change: 'enforced', by: requestId }],
        leaseUntil: '2026-12-22T04:00:00.000Z',
        comment: 'as it stands there',
        entryId: '990017',
        verifiedAt: '2026-11-22T03:00:02.000Z',
      },
    ]);
  });

  it('shows what was released, by whom and why', async () => {
    const answer = await ask({ type: 'domain', value: 'gone.example' });
    expect(JSON.parse(answer.body).blocks).toMatchObject([
      { status: 'released', because: 'released-by-operator', releasedBy: 'Ada' },
    ]);
  });

  it('says that nothing is blocked', async () => {
    const answer = await ask({ type: 'domain', value: 'good.example' });
    expect(JSON.parse(answer.body)).toEqual({ type: 'domain', value: 'good.example', blocks: [] });
  });

  it.each([
    ['domain', '10.0.0.5'],
    ['domain', ''],
    ['url', '%E0%A4%A'],
  ])('refuses %s "%s" as not understood', async (type, value) => {
    await expect(ask({ type, value })).rejects.toMatchObject({ kind: 'not-understood' });
  });
});
