import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { s3ReceivedFiles } from '#shared/aws/received-people-files.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { answer, type Reaction, startHttpTestServer } from '../cisco/http-test-server.ts';

/** A bucket that refuses to write over an object, as S3 does with `If-None-Match`. */
async function bucket(fault?: Reaction) {
  const objects = new Map<string, string>();
  const { url, calls } = await startHttpTestServer(({ path, headers, body }) => {
    if (fault) return fault;
    const key = path.split('?')[0] ?? '';
    if (headers['if-none-match'] === '*' && objects.has(key)) return answer(412, '');
    objects.set(key, body);
    return answer(200, '');
  });
  const client = new S3Client({
    endpoint: url.origin,
    region: 'eu-central-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return { objects, calls, files: s3ReceivedFiles({ client, bucketName: 'people' }) };
}

const bytes = Buffer.from('email\n');

it('a file is kept under its key, and a repeat of it changes nothing', async () => {
  const { objects, files } = await bucket();
  expect(await files.keep('hr/req_1.csv', bytes)).toBe('kept');
  expect(await files.keep('hr/req_1.csv', Buffer.from('other'))).toBe('repeat');
  expect([...objects.keys()]).toEqual(['/people/hr/req_1.csv']);
  expect(objects.get('/people/hr/req_1.csv')).toContain('email');
});

it('a file that was not taken is sent again later', async () => {
  const { files } = await bucket(answer(500, ''));
  await expect(files.keep('hr/req_1.csv', bytes)).rejects.toThrow(RetryLater);
});
