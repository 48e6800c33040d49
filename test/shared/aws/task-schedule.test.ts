import { createHash } from 'node:crypto';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { scheduledTasks } from '#shared/aws/task-schedule.ts';
import type { PersonTask } from '#shared/people/changes/person-task.ts';
import { timeZoneSchema } from '#shared/time/zoned-time.ts';
import { answer, type Reaction, startHttpTestServer } from '../cisco/http-test-server.ts';
import { personChange, plannedWhenDue } from '../people/changes/person-changes.ts';
import { leaver } from '../people/lifecycle/lifecycle-requests.ts';

const now = new Date('2026-11-20T12:00:00Z');
const zurich = timeZoneSchema.parse('Europe/Zurich');
const request = leaver('ada@corp.example', new Date('2026-11-20T17:00:00Z'));
const { changeId } = personChange(request, plannedWhenDue(request));
const task: PersonTask = {
  version: 1,
  worker: 'offboard',
  task: 'carry-out',
  email: request.email,
  changeId,
};
const name = `scc-test-${changeId.slice(4)}-carry-out`;

/** EventBridge Scheduler and SQS on one port, with the schedules that are there. */
async function startService(schedules: Set<string> = new Set(), instead?: () => Reaction) {
  const server = await startHttpTestServer(({ method, path, headers, body }) => {
    if (instead) return instead();
    if (headers['x-amz-target'] === 'AmazonSQS.SendMessage') return taken(JSON.parse(body).MessageBody);
    const asked = path.slice('/schedules/'.length).split('?')[0] ?? '';
    const isThere = schedules.has(asked);
    if (method === 'POST' && isThere) return refusal(409, 'ConflictException');
    if (method !== 'POST' && !isThere) return refusal(404, 'ResourceNotFoundException');
    if (method === 'DELETE') schedules.delete(asked);
    else schedules.add(asked);
    return answer(200, { ScheduleArn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/people/x' });
  });
  const client = {
    endpoint: server.url.origin,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const queueOf = (worker: string) => ({
    url: `${server.url.origin}/000000000000/${worker}`,
    arn: `arn:aws:sqs:us-east-1:000000000000:${worker}`,
  });
  const tasks = scheduledTasks({
    scheduler: new SchedulerClient(client),
    queue: new SQSClient(client),
    clock: { now: () => now },
    namePrefix: 'scc-test-',
    roleArn: 'arn:aws:iam::000000000000:role/schedules',
    deadLetterQueueArn: 'arn:aws:sqs:us-east-1:000000000000:undelivered',
    queues: { onboard: queueOf('onboard'), offboard: queueOf('offboard'), plan: queueOf('plan') },
  });
  const calls = () =>
    server.calls.map(({ method, path, body }) => ({ method, path, body: body && JSON.parse(body) }));
  return { tasks, schedules, calls };
}

/** The SDK compares the digest with what it has sent. */
function taken(message: string) {
  return answer(200, { MessageId: 'm', MD5OfMessageBody: createHash('md5').update(message).digest('hex') });
}

function refusal(status: number, type: string) {
  return answer(status, { Message: type }, { 'x-amzn-errortype': type });
}

it('a task of later gets a one-time schedule that goes away by itself', async () => {
  const { tasks, calls } = await startService();
  await tasks.set(task, new Date('2026-11-20T17:00:00Z'), zurich);
  const [call] = calls();
  expect(calls()).toHaveLength(1);
  expect(call).toMatchObject({
    method: 'POST',
    path: `/schedules/${name}`,
    body: {
      ScheduleExpression: 'at(2026-11-20T18:00:00)',
      ScheduleExpressionTimezone: 'Europe/Zurich',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:aws:sqs:us-east-1:000000000000:offboard',
        RoleArn: 'arn:aws:iam::000000000000:role/schedules',
        DeadLetterConfig: { Arn: 'arn:aws:sqs:us-east-1:000000000000:undelivered' },
      },
    },
  });
  expect(JSON.parse(call?.body.Target.Input)).toEqual(task);
});

it('a task that has a schedule gets no second one: it is moved', async () => {
  const { tasks, schedules, calls } = await startService(new Set([name]));
  await tasks.set(task, new Date('2026-11-21T17:00:00Z'), zurich);
  expect(calls().map(({ method }) => method)).toEqual(['POST', 'PUT']);
  expect(calls()[1]?.body.ScheduleExpression).toBe('at(2026-11-21T18:00:00)');
  expect(schedules).toEqual(new Set([name]));
});

it.each([
  ['is past', '2026-11-19T12:00:00Z'],
  ['is now', '2026-11-20T12:00:00Z'],
  ['is within a minute', '2026-11-20T12:01:00Z'],
])('a task that %s goes straight into the queue, and its schedule away', async (_, at) => {
  const { tasks, schedules, calls } = await startService(new Set([name]));
  await tasks.set(task, new Date(at), zurich);
  const [sent, deleted] = calls();
  expect(JSON.parse(sent?.body.MessageBody)).toEqual(task);
  expect(sent?.body.QueueUrl).toMatch(/\/offboard$/);
  expect(deleted).toMatchObject({ method: 'DELETE' });
  expect(schedules).toEqual(new Set());
});

it('a task is cancelled whether it is there or not', async () => {
  const { tasks, schedules } = await startService(new Set([name]));
  await tasks.cancel(task);
  await tasks.cancel(task);
  expect(schedules).toEqual(new Set());
});

it('what the service refuses for another reason is not swallowed', async () => {
  const { tasks } = await startService(new Set(), () => refusal(400, 'ValidationException'));
  const refused = expect(tasks.set(task, new Date('2026-11-21T12:00:00Z'), zurich)).rejects;
  await refused.toThrow('ValidationException');
});
