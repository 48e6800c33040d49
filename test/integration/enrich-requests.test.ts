import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { tableDeliveredCallbacks } from '#shared/aws/table/delivered-callbacks.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { tableRequestRecorder } from '#shared/aws/table/request-recorder.ts';
import { connectionNameSchema } from '#shared/config/names.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import type { RequestToEnrich } from '#shared/requests/received-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { systemClock } from '#shared/time/clock.ts';
import { splitForEnrichment } from '#shared/webhooks/split-for-enrichment.ts';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();
const documents = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: system.stack.awsEndpoint,
    region: system.stack.region,
    credentials: system.credentials,
  }),
  { marshallOptions: { removeUndefinedValues: true } },
);
const table = { documents, tableName: system.stack.table };

function requestOf(indicators: number, text?: string): RequestToEnrich {
  return {
    requestId: deriveRequestId('enrich-requests', randomUUID()),
    connection: connectionNameSchema.parse('soar-triage'),
    action: 'enrich',
    receivedAt: new Date('2026-11-22T10:00:00Z'),
    urgent: false,
    parts: splitForEnrichment(
      Array.from({ length: indicators }, (_, index) => ({
        type: 'domain',
        value: indicatorValueSchema.parse(`host-${index}.example`),
      })),
      text,
    ),
    rejected: [{ value: '10.0.0.5', reason: 'private-address' }],
  };
}

describe('requests for enrichment in the table', () => {
  it('are recorded once, and read back but for the text, which is not kept', async () => {
    const request = requestOf(1_200, 'canary of the text');
    const recorder = tableRequestRecorder(table);
    expect(await recorder.record(request)).toBe('recorded');
    expect(await recorder.record(request)).toBe('duplicate');

    const read = await tableRequestReader(table).read(request.requestId);
    expect(read).toMatchObject({
      received: { connection: 'soar-triage', action: 'enrich', receivedAt: '2026-11-22T10:00:00.000Z' },
      parts: [],
      rejected: request.rejected,
      enrichments: [],
    });
    expect(read?.enrichmentParts).toEqual(
      request.parts.map(({ part, indicators, text }) => ({ part, indicators, hasText: text !== undefined })),
    );
    expect(JSON.stringify(read)).not.toContain('canary');
  });

  it('end to be read when nobody waits any more', async () => {
    await expect(tableRequestReader(table).read(requestOf(1).requestId, AbortSignal.abort())).rejects.toThrow(
      /abort/i,
    );
  });
});

it('a callback is known to be delivered from when it was', async () => {
  const delivered = tableDeliveredCallbacks({ ...table, clock: systemClock });
  const eventId = `evt_${randomUUID()}`;
  expect(await delivered.has(eventId)).toBe(false);
  await delivered.add(eventId);
  await delivered.add(eventId);
  expect(await delivered.has(eventId)).toBe(true);
});
