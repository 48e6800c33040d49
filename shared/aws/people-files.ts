import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { RefusedInput } from '../errors/refused-input.ts';
import type { PeopleFiles } from '../people/planning/dropped-file.ts';

/** More than the largest file that is read: what is larger is not fetched into memory. */
const mostBytes = 33 * 1_048_576;

/** Also where the key has other versions, and this one was deleted. */
const notFound = 404;

/**
 * Files about people in their bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function s3PeopleFiles({
  client,
  bucketName,
}: {
  readonly client: S3Client;
  readonly bucketName: string;
}): PeopleFiles {
  return {
    async read({ key, versionId }) {
      try {
        const { Body, ContentLength = 0 } = await client.send(
          new GetObjectCommand({ Bucket: bucketName, Key: key, VersionId: versionId }),
        );
        if (ContentLength <= mostBytes) return await Body?.transformToByteArray();
        throw new RefusedInput(
          `The file has ${ContentLength} bytes; at most ${mostBytes} are taken. Split it.`,
        );
      } catch (error) {
        const isGone = error instanceof S3ServiceException && error.$metadata.httpStatusCode === notFound;
        if (isGone) return undefined;
        throw error;
      }
    },
  };
}
