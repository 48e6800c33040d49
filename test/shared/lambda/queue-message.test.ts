import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { busEventIn, restSeconds } from '#shared/lambda/queue-message.ts';

function message(body: string, deliveries = 1): SQSRecord {
  return {
    messageId: 'message-1',
    receiptHandle: 'handle-1',
    body,
    attributes: {
      ApproximateReceiveCount: String(deliveries),
      SentTimestamp: '0',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:111111111111:block',
    awsRegion: 'eu-central-1',
  };
}

describe('a message of the block queue', () => {
  it('is read as the event that EventBridge put into it', () => {
    const event = {
      id: 'event-1',
      source: 'my.workload',
      'detail-type': 'BlockRequested',
      time: '2026-11-22T03:00:00Z',
      detail: { version: 1 },
    };
    expect(busEventIn(message(JSON.stringify(event)))).toEqual(event);
  });

  it.each([
    ['no JSON', 'hello'],
    ['JSON that is no event', '{"hello":"world"}'],
    ['nothing', ''],
  ])('that holds %s is refused with its id and what to do', (_title, body) => {
    expect(() => busEventIn(message(body))).toThrow(RefusedInput);
    expect(() => busEventIn(message(body))).toThrow(/message-1.*Put commands on the automation bus/s);
  });
});

describe('a message that is given back', () => {
  it.each([
    { deliveries: 1, asked: 0, rests: 5 },
    { deliveries: 2, asked: 0, rests: 10 },
    { deliveries: 5, asked: 0, rests: 80 },
    { deliveries: 9, asked: 0, rests: 900 },
    { deliveries: 1, asked: 40, rests: 40 },
    { deliveries: 5, asked: 40, rests: 80 },
  ])(
    'after $deliveries deliveries, with $asked s asked for, rests $rests s',
    ({ deliveries, asked, rests }) => {
      expect(restSeconds(message('', deliveries), asked)).toBe(rests);
    },
  );

  it('because it can never be understood goes to the dead-letter queue without much rest', () => {
    expect(restSeconds(message('', 8), 0, new RefusedInput('no such list'))).toBe(1);
  });
});
