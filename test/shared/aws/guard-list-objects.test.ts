import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { s3GuardLists } from '#shared/aws/guard-list-objects.ts';

const list = {
  version: 1 as const,
  name: 'ranking',
  url: 'https://lists.example/top.csv',
  format: 'ranked-csv' as const,
  mostEntries: 100,
  fetchedAt: '2026-11-22T03:00:00.000Z',
  names: ['a.example'],
  networks: ['103.27.202.0/24'],
};

/** A bucket over HTTP, as far as these objects need one: PUT, GET, If-None-Match, and 404 as S3 words it. */
async function bucket() {
  const objects = new Map<string, { body: Buffer; etag: string }>();
  let saves = 0;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'PUT') {
      saves += 1;
      objects.set(path, { body: await buffer(request), etag: `"${saves}"` });
      return response.writeHead(200, { etag: `"${saves}"` }).end();
    }
    const object = objects.get(path);
    if (!object) {
      return response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end('<Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>');
    }
    if (request.headers['if-none-match'] === object.etag) return response.writeHead(304).end();
    return response.writeHead(200, { etag: object.etag }).end(object.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  // A TCP server that listens has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'dummy', secretAccessKey: 'dummy' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  onTestFinished(() => client.destroy());
  return { objects, lists: s3GuardLists({ client, bucketName: 'guard-lists-of-test' }) };
}

describe('guard lists in S3', () => {
  it('come back as they were saved, one packed object each', async () => {
    const { objects, lists } = await bucket();
    await lists.save(list);
    expect([...objects.keys()]).toEqual(['/guard-lists-of-test/guard-lists/ranking.json.gz']);
    expect(await lists.load('ranking')).toEqual({ kind: 'loaded', list, version: '"1"' });
  });

  it('are not sent again to whoever has the version', async () => {
    const { lists } = await bucket();
    await lists.save(list);
    expect(await lists.load('ranking', '"1"')).toEqual({ kind: 'unchanged' });
    await lists.save(list);
    expect(await lists.load('ranking', '"1"')).toMatchObject({ kind: 'loaded', version: '"2"' });
  });

  it('may be missing', async () => {
    const { lists } = await bucket();
    expect(await lists.load('ranking')).toEqual({ kind: 'missing' });
  });

  it('that are of another form are an error and not a list', async () => {
    const { objects, lists } = await bucket();
    objects.set('/guard-lists-of-test/guard-lists/ranking.json.gz', { body: Buffer.from('{}'), etag: '"9"' });
    await expect(lists.load('ranking')).rejects.toThrow();
  });
});
