import { z } from 'zod';

/** The key of the log bucket, for whoever reads the logs. */
export const storedLogBucketKeySchema = z.object({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  createdAt: z.iso.datetime(),
  /** The version in whose place it was made. */
  replacesVersionId: z.string().optional(),
});

export type StoredLogBucketKey = z.infer<typeof storedLogBucketKeySchema>;

/** Written before the cloud is asked for a new key: whoever finds it cannot know whether the present key still works. */
export const begunRotationSchema = z.strictObject({ rotationBegunAt: z.iso.datetime() });

/** A version of the secret: a key, or the note that a rotation has begun. */
export const logBucketKeyVersionSchema = z.union([storedLogBucketKeySchema, begunRotationSchema]);

export type LogBucketKeyVersion = z.infer<typeof logBucketKeyVersionSchema>;
