import { randomUUID } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { DeployedSystem, newDomains, statusCounts } from './deployed-system.ts';
import { KillableWorker } from './killable-worker.ts';

const system = new DeployedSystem();
const lambda = new LambdaClient({
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
});

beforeEach(() => system.simulator.forget());

/** One message of the block queue, as Lambda hands it to the worker. */
function delivery(count: number) {
  const requestId = deriveRequestId('two-workers', randomUUID());
  const body = {
    id: randomUUID(),
    source: 'test.two-workers',
    'detail-type': 'BlockRequested',
    time: new Date().toISOString(),
    detail: {
      version: 1,
      requestId,
      destinationList: 'soc-block',
      indicators: newDomains(count).indicators.map((value) => ({ value })),
    },
  };
  const record = {
    messageId: randomUUID(),
    receiptHandle: 'none',
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: '1' },
    messageAttributes: {},
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:scc-automations-local-block',
    awsRegion: system.stack.region,
  };
  return { requestId, event: { Records: [record] } };
}

async function invokeWorker(event: object): Promise<unknown> {
  const answer = await lambda.send(
    new InvokeCommand({
      FunctionName: system.stack.functions['block-iocs'],
      Payload: JSON.stringify(event),
    }),
  );
  expect(answer.FunctionError).toBeUndefined();
  return JSON.parse(Buffer.from(answer.Payload ?? []).toString('utf8'));
}

describe('nothing is posted twice and nothing is lost', () => {
  it('when two workers get the same batch at once', async () => {
    const { requestId, event } = delivery(300);

    const answers = await Promise.all([invokeWorker(event), invokeWorker(event)]);

    expect(answers).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 300 });
    expect(await system.simulator.posts()).toBe(1);
    expect(await system.simulator.postedTwice()).toEqual([]);
  });

  it('when a batch is delivered again after it was done', async () => {
    const { requestId, event } = delivery(20);
    await invokeWorker(event);
    await invokeWorker(event);
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 20 });
    expect(await system.simulator.posts()).toBe(1);
  });

  it('when a worker is killed after its post was stored and before it was recorded', async () => {
    const { requestId, event } = delivery(50);
    await system.simulator.fault({
      match: { method: 'POST', pathPattern: '/destinations$' },
      effect: { kind: 'process-then-hang' },
    });

    const doomed = new KillableWorker(system, event, 13);
    await expect.poll(() => system.simulator.posts(), { timeout: 12_000 }).toBe(1);
    await doomed.kill();
    // The next one waits until the dead worker's lock has ended, finds its open post, and looks at the list.
    const next = new KillableWorker(system, event, 60);

    expect(await next.answer()).toEqual({ batchItemFailures: [] });
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 50 });
    expect(await system.simulator.posts()).toBe(1);
    expect(await system.simulator.postedTwice()).toEqual([]);
  });
});
