import type { z } from 'zod';

/** A secret as it was read: its parsed value, and the version that tells whether it has changed since. */
export interface ReadSecret<T> {
  readonly value: T;
  readonly versionId: string;
}

/** Reads secrets by name. Only the shapes in `shared/credentials` are ever stored. */
export interface SecretReader {
  /**
   * @throws ConfigurationProblem when the secret is missing, has no value yet, or is not of the given shape;
   *   the message names the secret and the shape, never the value.
   */
  read<T>(name: string, schema: z.ZodType<T>): Promise<ReadSecret<T>>;
}
