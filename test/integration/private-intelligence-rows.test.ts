import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { tableImportLock } from '#shared/aws/table/import-lock.ts';
import { tableImportedEntities } from '#shared/aws/table/imported-entities.ts';
import { keys } from '#shared/aws/table/keys.ts';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { tableResponseJournal } from '#shared/aws/table/response-journal.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { ResponseOrder } from '#shared/enrichment/responses/responder.ts';
import type { ClosedResponse, OpenResponse } from '#shared/enrichment/responses/response-journal.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { systemClock } from '#shared/time/clock.ts';
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
const journal = tableResponseJournal(table);

const order: ResponseOrder = {
  indicator: { type: 'sha256', value: indicatorValueSchema.parse('a'.repeat(64)) },
  moduleInstanceId: '4b3f0f3e-7a54-4a0e-9f5a-1f0c2d3e4a02',
  actionId: 'add-to-blocked-files',
};

function openResponse(): OpenResponse {
  const requestId = deriveRequestId('response-rows', randomUUID());
  return { ...order, requestId, state: 'open', openedAt: new Date().toISOString() };
}

function closed(response: OpenResponse): ClosedResponse {
  const { moduleInstanceId, actionId } = response;
  return { ...response, state: 'closed', outcome: { moduleInstanceId, actionId, result: 'done' } };
}

describe('a response action in the table', () => {
  it('of many functions at the same moment is opened by one', async () => {
    const response = openResponse();
    expect(await journal.find(response.requestId, order)).toBeUndefined();

    const answers = await Promise.all(Array.from({ length: 10 }, () => journal.open(response)));

    expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1);
    expect(await journal.find(response.requestId, order)).toEqual(response);
  });

  it('is told apart by request, indicator, module and action', async () => {
    const response = openResponse();
    await journal.open(response);

    expect(await journal.open({ ...response, actionId: 'isolate' })).toBe('opened');
    expect(await journal.open({ ...response, moduleInstanceId: 'other' })).toBe('opened');
    expect(await journal.open({ ...response, indicator: { ...order.indicator, type: 'sha1' } })).toBe(
      'opened',
    );
  });

  it('that was withdrawn can be opened again, one that was closed cannot', async () => {
    const response = openResponse();
    await journal.open(response);
    await journal.withdraw(response);
    expect(await journal.open(response)).toBe('opened');

    await journal.close(closed(response));
    await journal.withdraw(response);
    expect(await journal.open(response)).toBe('exists');
    expect(await journal.find(response.requestId, order)).toEqual(closed(response));
  });

  it('does not disturb whoever reads the request', async () => {
    const response = openResponse();
    await journal.open(response);

    expect(await tableRequestReader(table).read(response.requestId)).toMatchObject({ enrichments: [] });
  });
});

describe('what was written to private intelligence lately', () => {
  it('is found again, however much it is', async () => {
    const organisation = organisationNameSchema.parse(`o${randomUUID().slice(0, 8)}`);
    const entities = tableImportedEntities({ ...table, organisation, clock: systemClock });
    const ids = new Map(Array.from({ length: 250 }, (_, n) => [`scc-automations-sighting-${n}`, `id-${n}`]));

    await entities.add(ids);

    expect(await entities.find([...ids.keys(), 'scc-automations-sighting-other'])).toEqual(ids);
  });
});

describe('the lock for writing there', () => {
  it('has one holder until it is released or over', async () => {
    const organisation = organisationNameSchema.parse(`o${randomUUID().slice(0, 8)}`);
    const leaseLock = new LeaseLock({ ...table, clock: systemClock });
    const until = new Date(Date.now() + 60_000);
    const lock = tableImportLock(leaseLock, keys.writeBack(organisation), until);

    const first = await lock.tryAcquire();
    expect(await lock.tryAcquire()).toEqual({ kind: 'held', until });
    if (first.kind === 'acquired') await first.release();
    expect(await lock.tryAcquire()).toMatchObject({ kind: 'acquired' });
  });
});
