import { randomUUID } from 'node:crypto';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();
const client = {
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
};
const bus = new EventBridgeClient(client);
const queues = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
const deadLetters = system.stack.queues['block-dead-letter'];

const blocksSchema = z.object({ blocks: z.array(z.object({ status: z.string(), requestId: z.string() })) });

async function publish(detail: object): Promise<void> {
  const answer = await bus.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: system.stack.bus,
          Source: 'my.workload',
          DetailType: 'BlockRequested',
          Detail: JSON.stringify(detail),
        },
      ],
    }),
  );
  expect(answer.FailedEntryCount ?? 0).toBe(0);
}

async function deadLetterWith(text: string): Promise<boolean> {
  const { Messages = [] } = await queues.send(
    new ReceiveMessageCommand({ QueueUrl: deadLetters, MaxNumberOfMessages: 10, VisibilityTimeout: 1 }),
  );
  const found = Messages.find(({ Body }) => Body?.includes(text));
  if (found) {
    await queues.send(
      new DeleteMessageCommand({ QueueUrl: deadLetters, ReceiptHandle: found.ReceiptHandle }),
    );
  }
  return found !== undefined;
}

describe('a command that another workload puts on the bus', () => {
  it('is done like a webhook: its values are read, screened and blocked', async () => {
    const host = `w-${randomUUID().slice(0, 8)}.bad.example`;
    const defanged = host.replaceAll('.', '[.]').toUpperCase();
    await publish({
      version: 1,
      destinationList: 'soc-block',
      indicators: [{ value: defanged }, { value: '10.0.0.5' }],
      ticket: 'CASE-42',
    });

    const blocks = async () => {
      const answer = await system.operatorGet(`/indicators/domain/${host}`);
      return blocksSchema.parse(await answer.json()).blocks;
    };
    await expect.poll(blocks, { timeout: 30_000, interval: 300 }).toHaveLength(1);

    const [block] = await blocks();
    const request = await system.settled(block?.requestId ?? '');
    expect(request.indicators).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: host, status: 'enforced' }),
        expect.objectContaining({ value: '10.0.0.5', status: 'rejected', reason: 'private-address' }),
      ]),
    );
  });

  // Both are tried ten times with a second between the tries: they wait together.
  it.concurrent.for([
    { title: 'breaks the contract', detail: { version: 1, destinationList: 'soc-block', indicators: [] } },
    {
      title: 'names an unknown list',
      detail: { version: 1, destinationList: 'nowhere', indicators: [{ value: 'a.example' }] },
    },
  ])('and that $title is kept in the dead-letter queue', async ({ detail }, { expect }) => {
    const mark = randomUUID();
    await publish({ ...detail, ticket: mark });
    await expect.poll(() => deadLetterWith(mark), { timeout: 60_000, interval: 500 }).toBe(true);
  });
});
