import { PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { RetryLater } from '../errors/retry-later.ts';
import type { ReceivedFiles } from '../people/intake/received-files.ts';

const preconditionFailed = 412;

/**
 * Files about people in the bucket whose events have them planned.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function s3ReceivedFiles({
  client,
  bucketName,
}: {
  readonly client: S3Client;
  readonly bucketName: string;
}): ReceivedFiles {
  return {
    async keep(key, bytes) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucketName,
            Key: key,
            Body: bytes,
            ContentType: 'text/csv',
            IfNoneMatch: '*',
          }),
        );
        return 'kept';
      } catch (cause) {
        const isThere =
          cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === preconditionFailed;
        if (isThere) return 'repeat';
        throw new RetryLater(`The file ${key} could not be kept.`, { cause });
      }
    },
  };
}
