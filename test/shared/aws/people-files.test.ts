import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { s3PeopleFiles } from '#shared/aws/people-files.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { answer, type Reaction, startHttpTestServer } from '../cisco/http-test-server.ts';

const file = { key: 'hr/März 2026.csv', versionId: 'v1', sequence: '1' };

async function filesThat(reaction: Reaction) {
  const server = await startHttpTestServer(() => reaction);
  const client = new S3Client({
    endpoint: server.url.origin,
    region: 'us-east-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return { files: s3PeopleFiles({ client, bucketName: 'people' }), server };
}

it('a file is read by its very name, in the version that was told of', async () => {
  const { files, server } = await filesThat(answer(200, 'email,last day'));
  expect(Buffer.from((await files.read(file)) ?? '').toString()).toBe('email,last day');
  expect(server.calls[0]?.path).toMatch(/^\/people\/hr\/M%C3%A4rz%202026\.csv\?.*versionId=v1/);
});

it.each(['NoSuchKey', 'NoSuchVersion'])('a file that is gone is nothing (%s)', async (code) => {
  const { files } = await filesThat(answer(404, `<Error><Code>${code}</Code></Error>`));
  expect(await files.read(file)).toBeUndefined();
});

it('a file that was taken for something else is not fetched into memory', async () => {
  const tooLarge = { 'content-length': String(40 * 1_048_576) };
  const { files } = await filesThat({ kind: 'answer', status: 200, headers: tooLarge, body: '' });
  await expect(files.read(file)).rejects.toThrow(RefusedInput);
});

it('what is not allowed is not taken for a file that is gone', async () => {
  const { files } = await filesThat(answer(403, '<Error><Code>AccessDenied</Code></Error>'));
  await expect(files.read(file)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
});
