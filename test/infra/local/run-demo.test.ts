import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoDelivery, deliveriesOf } from '#infra/local/demo/deliveries.ts';
import type { RequestState } from '#infra/local/demo/request-reader.ts';
import { runDemo } from '#infra/local/demo/run-demo.ts';
import { type LocalStack, localStackSchema } from '#infra/local/stack-file.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { noSimulators } from '#test/infra/local/no-simulators.ts';

const requestId = deriveRequestId('splunk', 'msg_1');

describe('the demo', () => {
  let status = 202;
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(JSON.parse(await text(request)));
    response.writeHead(status);
    response.end(
      JSON.stringify(
        status === 202
          ? { requestId, indicators: { queued: 1, held: 0, rejected: 0 }, rejected: [] }
          : { title: 'no' },
      ),
    );
  });
  let stack: LocalStack;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const origin = `http://127.0.0.1:${address.port}`;
    stack = localStackSchema.parse({
      awsEndpoint: origin,
      apiUrl: origin,
      region: 'us-east-1',
      simulators: noSimulators,
      functions: {},
      queues: {},
      table: 'table',
      bus: 'bus',
      secrets: {},
      connections: {
        splunk: {
          url: `${origin}/webhooks/splunk`,
          kind: 'splunk-alert',
          auth: { scheme: 'bearer-token', token: 't' },
        },
      },
    });
  });
  afterAll(() => void server.close());

  const delivery: DemoDelivery = {
    connection: 'splunk',
    story: 'a test',
    body: { result: { query: 'bad.example' } },
    expected: { 'bad.example': 'enforced' },
  };

  const waiting: string[] = [];

  function run(state: RequestState): ReturnType<typeof runDemo> {
    let now = 0;
    return runDemo({
      stack,
      deliveries: [delivery],
      readRequest: async () => state,
      report: {
        delivery: () => {},
        accepted: () => {},
        change: () => {},
        waits: (request) => waiting.push(request),
      },
      clock: { now: () => new Date(now) },
      sleep: async (milliseconds) => {
        now += milliseconds;
      },
      newDeliveryId: () => 'msg_1',
    });
  }

  it('posts each body and has nothing to say when all end as expected', async () => {
    status = 202;

    expect(await run({ status: 'done', indicators: [{ value: 'bad.example', status: 'enforced' }] })).toEqual(
      [],
    );
    expect(bodies.at(-1)).toEqual(delivery.body);
  });

  it.each([
    ['ends otherwise', [{ value: 'bad.example', status: 'failed' as const }], 'done' as const, 'failed'],
    ['never ends', [{ value: 'bad.example', status: 'queued' as const }], 'pending' as const, 'queued'],
    ['is never seen', [], 'done' as const, undefined],
  ])('names an indicator that %s', async (_case, indicators, state, seen) => {
    status = 202;

    expect(await run({ status: state, indicators })).toEqual([
      { connection: 'splunk', value: 'bad.example', expected: 'enforced', seen },
    ]);
  });

  it('says which request waits for a person', async () => {
    status = 202;

    await run({ status: 'held', indicators: [{ value: 'bad.example', status: 'held' }] });

    expect(waiting).toEqual([requestId]);
  });

  it('stops with the answer when a delivery is not accepted', async () => {
    status = 503;

    await expect(run({ status: 'done', indicators: [] })).rejects.toThrow(
      /^http:\S+\/webhooks\/splunk answered 503 where 202 was expected: \{"title":"no"\}$/,
    );
  });

  it('has indicators of its own in every run, in what is sent as in what is expected', () => {
    const texts = ['one', 'two'].map((label) => JSON.stringify(deliveriesOf(label)));

    expect(texts[0]).not.toMatch(/-demo/i);
    expect(texts[0]?.replaceAll('-one', '-two')).toBe(texts[1]);
    expect(deliveriesOf('one').at(-1)?.expected).toEqual({
      'tracker.trial-one.example': 'stored-not-enforced',
    });
  });
});
