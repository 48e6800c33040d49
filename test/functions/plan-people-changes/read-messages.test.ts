import type { SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { readMessages } from '#functions/plan-people-changes/read-messages.ts';
import { sweepMessage } from '#shared/people/planning/sweep-message.ts';

function record(body: unknown, deliveries = 1): SQSRecord {
  return {
    messageId: 'm',
    receiptHandle: 'r',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: String(deliveries),
      SentTimestamp: '0',
      SenderId: 's',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:plan',
    awsRegion: 'us-east-1',
  };
}

const read = (body: unknown, deliveries?: number) => readMessages({ Records: [record(body, deliveries)] });
const time = '2026-11-20T12:00:00Z';
const event = { id: 'e', source: 'corp.hr', 'detail-type': 'OffboardRequested', time, detail: {} };

it('what S3 tells about a new object is a dropped file, in the version that is told of', () => {
  const object = { key: 'hr/März 2026.csv', size: 10, etag: 'abc', sequencer: '00617F', 'version-id': 'v1' };
  const dropped = {
    ...event,
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: 'b' }, object },
  };
  expect(read(dropped).commands).toEqual([
    {
      messageId: 'm',
      mayWait: true,
      command: {
        kind: 'file-dropped',
        file: { key: 'hr/März 2026.csv', versionId: 'v1', sequence: '00617F' },
        heardAt: new Date(time),
      },
    },
  ]);
});

it('an event of the bus is a command, which waits for the organisations in its first deliveries only', () => {
  expect(read(event, 3).commands).toMatchObject([{ mayWait: true, command: { kind: 'command', event } }]);
  expect(read(event, 4).commands).toMatchObject([{ mayWait: false }]);
});

const task = {
  version: 1,
  worker: 'plan',
  task: 'announce',
  email: 'ada@corp.example',
  changeId: 'chg_0123456789abcdef0123456789abcdef',
};

it('a task to announce somebody is one', () => {
  expect(read(task).commands).toMatchObject([{ command: { kind: 'announcement-due', task } }]);
});

it('what comes every hour has the planner look for lost tasks', () => {
  expect(read(sweepMessage).commands).toMatchObject([{ command: { kind: 'sweep-due' } }]);
});

it.each([
  ['no JSON', 'hello'],
  ['a task of somebody else', { ...task, worker: 'offboard', task: 'carry-out' }],
  ['an object without a key', { ...event, source: 'aws.s3', detail: { object: {} } }],
])('%s goes back, and ends in the dead-letter queue', (_, body) => {
  const { commands, refused } = read(body);
  expect(commands).toEqual([]);
  expect(refused).toMatchObject([{ messageId: 'm', kind: 'return' }]);
});
