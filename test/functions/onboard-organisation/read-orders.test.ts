import type { SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { readOrders } from '#functions/onboard-organisation/read-orders.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';

function record(messageId: string, body: unknown): SQSRecord {
  return {
    messageId,
    receiptHandle: 'r',
    body: JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 's',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:onboard-organisation',
    awsRegion: 'us-east-1',
  };
}

const event = {
  id: 'event-1',
  source: 'corp.procurement',
  'detail-type': 'OrganisationOnboardRequested',
  time: '2026-12-01T08:00:00Z',
};

it('orders come from events of the bus, whoever published them; what is none keeps no other from being read', () => {
  const { orders, refused } = readOrders({
    Records: [
      record('good', { ...event, detail: { version: 1, name: 'Northwind', region: 'EU' } }),
      record('secret', {
        ...event,
        detail: { version: 1, name: 'Northwind', region: 'EU', claimCode: 'LOCL-GOOD-CODE-0001' },
      }),
      record('nothing', 'hello'),
    ],
  });
  expect(orders).toMatchObject([{ messageId: 'good', order: { request: { name: 'Northwind' } } }]);
  expect(refused).toMatchObject([{ messageId: 'secret' }, { messageId: 'nothing' }]);
  for (const { cause } of refused) expect(cause).toBeInstanceOf(RefusedInput);
  expect(refused.map(({ cause }) => String(cause)).join()).not.toContain('LOCL-GOOD-CODE-0001');
});
