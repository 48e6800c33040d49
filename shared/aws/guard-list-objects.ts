import { gunzipSync, gzipSync } from 'node:zlib';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { GiveUp } from '../errors/give-up.ts';
import { compiledListSchema } from '../iocs/guard/lists/compiled-list.ts';
import type { GuardLists } from '../iocs/guard/lists/guard-lists.ts';

/** Where the bucket of guard lists keeps the list of that name, as it was last fetched. */
export function guardListObjectKey(name: string): string {
  return `guard-lists/${name}.json.gz`;
}

const notModified = 304;

/** Keeps each list as one packed object in S3; its entity tag is the version. */
export function s3GuardLists({
  client,
  bucketName,
}: {
  readonly client: S3Client;
  readonly bucketName: string;
}): GuardLists {
  return {
    async load(name, knownVersion) {
      const Key = guardListObjectKey(name);
      try {
        const answer = await client.send(
          new GetObjectCommand({
            Bucket: bucketName,
            Key,
            ...(knownVersion && { IfNoneMatch: knownVersion }),
          }),
        );
        const bytes = await answer.Body?.transformToByteArray();
        if (bytes === undefined || answer.ETag === undefined) {
          throw new GiveUp(`The object ${Key} came without its contents.`);
        }
        const list = compiledListSchema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
        return { kind: 'loaded', list, version: answer.ETag };
      } catch (cause) {
        if (cause instanceof NoSuchKey) return { kind: 'missing' };
        const isUnchanged =
          cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === notModified;
        if (isUnchanged) return { kind: 'unchanged' };
        throw cause;
      }
    },
    async save(list) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucketName,
          Key: guardListObjectKey(list.name),
          Body: gzipSync(JSON.stringify(list)),
          ContentType: 'application/gzip',
        }),
      );
    },
  };
}
