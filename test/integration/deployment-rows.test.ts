import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { tableDeploymentRecords } from '#shared/aws/table/deployment-records.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { Deployment } from '#shared/firewalls/deployment.ts';
import type { DeploymentRecords } from '#shared/firewalls/deployment-records.ts';
import { buildFirewall } from '../shared/firewalls/build-usage.ts';
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
const [first, second] = [buildFirewall(1), buildFirewall(2, 'alone')];
const uids = [first.uid, second.uid];

let records: DeploymentRecords;

beforeEach(() => {
  const organisation = organisationNameSchema.parse(`o${randomUUID().slice(0, 8)}`);
  records = tableDeploymentRecords({ documents, tableName: system.stack.table, organisation });
});

function asked(firewall = first): Deployment {
  return {
    firewall,
    deploymentId: randomUUID(),
    askedAt: new Date(),
    otherChanges: { kind: 'listed', changes: ['UPDATE NetworkGroup "vpn-pool" by bob@acme.example'] },
    failuresBefore: 0,
    state: { kind: 'asked' },
  };
}

describe('deployments in the table', () => {
  it('are begun together, or not at all when another run was faster at one', async () => {
    const [mine, theirs] = [asked(first), asked(second)];
    expect(await records.begin([theirs], new Map())).toBe(true);
    expect(await records.begin([mine, asked(second)], new Map())).toBe(false);
    expect(await records.latestOf(uids)).toEqual(new Map([[second.uid, theirs]]));
    expect(await records.begin([mine, asked(second)], await records.latestOf(uids))).toBe(true);
    expect(await records.underWay()).toHaveLength(2);
  });

  it('go on to their end, unless a later one was begun meanwhile', async () => {
    const earlier = asked();
    await records.begin([earlier], new Map());
    const ended: Deployment = { ...earlier, state: { kind: 'failed', endedAt: new Date(), reason: 'x' } };
    await records.goOn(ended);
    expect(await records.latestOf(uids)).toEqual(new Map([[first.uid, ended]]));
    expect(await records.underWay()).toEqual([]);

    const later = asked();
    await records.begin([later], await records.latestOf(uids));
    await records.goOn({ ...ended, state: { kind: 'done', endedAt: new Date() } });
    expect(await records.latestOf(uids)).toEqual(new Map([[first.uid, later]]));
  });

  it('of fifty firewalls are begun in one go', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => asked(buildFirewall(index + 1)));
    const [one, ...others] = fifty;
    expect(one && (await records.begin([one, ...others], new Map()))).toBe(true);
    expect(await records.underWay()).toHaveLength(50);
  });
});
