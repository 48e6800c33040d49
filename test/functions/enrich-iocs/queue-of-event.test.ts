import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { queueOfEvent } from '#functions/enrich-iocs/queue-of-event.ts';

const usual = 'https://sqs.eu-central-1.amazonaws.com/000000000000/scc-automations-test-enrich';
const urgent = `${usual}-urgent`;

function event(queueName: string): SQSEvent {
  const record: SQSRecord = {
    messageId: 'm-1',
    receiptHandle: 'r-1',
    body: '{}',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 's',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:eu-central-1:000000000000:${queueName}`,
    awsRegion: 'eu-central-1',
  };
  return { Records: [record] };
}

describe('messages go back', () => {
  it.each([
    ['scc-automations-test-enrich', usual],
    ['scc-automations-test-enrich-urgent', urgent],
  ])('from %s to the queue they came from', (name, url) => {
    expect(queueOfEvent(event(name), [usual, urgent])).toBe(url);
  });
});
