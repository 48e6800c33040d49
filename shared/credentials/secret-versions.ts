import type { ReadSecret } from './secret-reader.ts';

/**
 * Labels on a secret's versions. `AWSCURRENT`, `AWSPREVIOUS` and `AWSPENDING` are Secrets Manager's own;
 * `NEWEST` is ours: the last value that a cloud has issued, promoted or not. A labelled version is never lost.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version
 */
export type VersionLabel = 'AWSCURRENT' | 'AWSPREVIOUS' | 'AWSPENDING' | 'NEWEST';

/** One secret with its versions, for whoever rotates it. */
export interface SecretVersions<T> {
  /** The version with that label; nothing where there is none, or its value cannot be read as a `T`. */
  read(label: VersionLabel): Promise<ReadSecret<T> | undefined>;
  /**
   * Stores a value as a version of its own, with a label that moves to it. Workers do not see it.
   * Repeating it with the same version id and value changes nothing.
   * @param versionId 32 to 64 characters; for a rotation step, Secrets Manager's `ClientRequestToken`
   */
  put(value: T, label: Exclude<VersionLabel, 'AWSCURRENT' | 'AWSPREVIOUS'>, versionId: string): Promise<void>;
  /**
   * Makes a version the current one, if `from` still is: a compare-and-set, so that two writers never clobber each other.
   * `overtaken`: somebody else has promoted another version meanwhile, and nothing was changed.
   * A version that is current already counts as promoted.
   */
  promote(versionId: string, from: string | undefined): Promise<'promoted' | 'overtaken'>;
}
