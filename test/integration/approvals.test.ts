import { randomUUID } from 'node:crypto';
import { ListTopicsCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeployedSystem, statusCounts } from './deployed-system.ts';

const system = new DeployedSystem();
const aws = {
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
};
const queue = new SQSClient({ ...aws, useQueueUrlAsEndpoint: false });
const notificationSchema = z.object({ Subject: z.string(), Message: z.string() });

/** What lets a topic put messages into a queue. */
const openToTopics = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: '*',
    },
  ],
});

/** A mailbox: a queue that is subscribed to the approvals topic. */
let mailbox: string;
beforeAll(async () => {
  const topics = new SNSClient(aws);
  const { Topics = [] } = await topics.send(new ListTopicsCommand({}));
  const topic = Topics.find(({ TopicArn }) => TopicArn?.endsWith('-approvals'));
  const { QueueUrl = '' } = await queue.send(
    new CreateQueueCommand({
      QueueName: `mailbox-${randomUUID().slice(0, 8)}`,
      Attributes: { Policy: openToTopics },
    }),
  );
  const { Attributes } = await queue.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  await topics.send(
    new SubscribeCommand({ TopicArn: topic?.TopicArn, Protocol: 'sqs', Endpoint: Attributes?.QueueArn }),
  );
  mailbox = QueueUrl;
});

/** The message about a request, as soon as it comes. */
async function messageAbout(requestId: string) {
  for (let tries = 1; tries <= 30; tries++) {
    const { Messages = [] } = await queue.send(
      new ReceiveMessageCommand({ QueueUrl: mailbox, WaitTimeSeconds: 2, MaxNumberOfMessages: 10 }),
    );
    for (const { Body = '' } of Messages) {
      const notification = notificationSchema.parse(JSON.parse(Body));
      if (notification.Message.includes(requestId)) return notification;
    }
  }
  throw new Error(`nobody was told about ${requestId}`);
}

/** Below one of the most visited names: only a person may block it. */
async function heldRequest() {
  const value = `n-${randomUUID().slice(0, 8)}.spotify.com`;
  const { requestId } = await system.accepted('ioc-list', { indicators: [value], ticket: 'CASE-42' });
  const request = await system.settled(requestId);
  expect(request).toMatchObject({ status: 'held', indicators: [{ value, status: 'held' }] });
  const message = await messageAbout(requestId);
  const [, token] = /\/approvals\/(\S+)/.exec(message.Message) ?? [];
  return { value, requestId, message, page: `${system.stack.apiUrl}/approvals/${token}` };
}

function press(page: string, decision: 'approve' | 'reject') {
  return fetch(page, { method: 'POST', body: new URLSearchParams({ decision, name: 'Ann Example' }) });
}

describe('an indicator that only a person may block', () => {
  it('is announced, shown, approved once, and then blocked', async () => {
    const { value, requestId, message, page } = await heldRequest();
    expect(message.Subject).toContain('1 indicator waits for approval');
    expect(message.Message).toContain(value.replaceAll('.', '[.]'));

    const shown = await fetch(page);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain(value);
    expect((await fetch(page, { method: 'HEAD' })).status).toBe(200);
    expect((await system.settled(requestId)).status).toBe('held');

    const approved = await press(page, 'approve');
    expect(approved.status).toBe(200);
    expect(await approved.text()).toContain('<h1>Approved</h1>');
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 1 });

    expect((await press(page, 'reject')).status).toBe(409);
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 1 });
  });

  it('stays unblocked when a person rejects it', async () => {
    const { requestId, page } = await heldRequest();
    expect((await press(page, 'reject')).status).toBe(200);
    expect(await system.settled(requestId)).toMatchObject({
      indicators: [{ status: 'rejected', reason: 'rejected-by-a-person' }],
    });
  });

  it('is blocked when an operator approves it, who needs no link', async () => {
    const { requestId } = await heldRequest();
    const unsigned = await fetch(`${system.stack.apiUrl}/requests/${requestId}/approve`, { method: 'POST' });
    expect(unsigned.status).toBe(403);
    const answer = await system.operatorPost(`/requests/${requestId}/approve`);
    expect(await answer.json()).toEqual({ requestId, decision: 'approve', parts: [0], indicators: 1 });
    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 1 });
  });
});
