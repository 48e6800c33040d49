import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { s3GuardLists } from '#shared/aws/guard-list-objects.ts';
import type { CompiledList } from '#shared/iocs/guard/lists/compiled-list.ts';
import { DeployedSystem } from './deployed-system.ts';

const { stack, credentials } = new DeployedSystem();
const client = new S3Client({
  endpoint: stack.awsEndpoint,
  region: stack.region,
  credentials,
  forcePathStyle: true,
});
const bucketName = `guard-lists-${randomUUID()}`;
const lists = s3GuardLists({ client, bucketName });

const list: CompiledList = {
  version: 1,
  name: 'top-sites',
  url: 'https://lists.example/top.csv',
  format: 'ranked-csv',
  mostEntries: 1_000,
  fetchedAt: '2026-11-22T04:00:00.000Z',
  names: Array.from({ length: 1_000 }, (_, rank) => `site-${rank}.example`),
  networks: ['192.0.2.0/24'],
};

beforeAll(() => client.send(new CreateBucketCommand({ Bucket: bucketName })));

describe('published lists in the bucket', () => {
  it('are missing, then there as they were saved, then unchanged, and new again after the next save', async () => {
    expect(await lists.load('top-sites')).toEqual({ kind: 'missing' });

    await lists.save(list);
    const first = await lists.load('top-sites');
    expect(first).toMatchObject({ kind: 'loaded', list });
    const version = first.kind === 'loaded' ? first.version : '';
    expect(await lists.load('top-sites', version)).toEqual({ kind: 'unchanged' });

    await lists.save({ ...list, names: ['other.example'] });
    expect(await lists.load('top-sites', version)).toMatchObject({
      kind: 'loaded',
      list: { names: ['other.example'] },
    });
  });
});
