import { randomBytes } from 'node:crypto';

/** How long a key of the Cisco-managed log bucket gives access: 90 days. */
export const logBucketKeyLifetimeSeconds = 90 * 86_400;

/** A key of the bucket into which the cloud writes its logs. */
export interface LogBucketKey {
  readonly keyId: string;
  readonly secretAccessKey: string;
  readonly createdAt: Date;
}

/** The keys of the log bucket. Only the newest gives access, and only for 90 days. */
export class LogBucket {
  #keys: LogBucketKey[] = [];

  /** All keys ever made, newest first. */
  keys(): readonly LogBucketKey[] {
    return this.#keys;
  }

  newest(): LogBucketKey | undefined {
    return this.#keys[0];
  }

  makeKey(now: Date): LogBucketKey {
    const key = {
      keyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64url'),
      createdAt: now,
    };
    this.put(key);
    return key;
  }

  put(key: LogBucketKey): void {
    this.#keys.unshift(key);
  }

  clear(): void {
    this.#keys = [];
  }
}

/** When a key stops giving access if nothing replaces it. */
export function expiryOf({ createdAt }: LogBucketKey): Date {
  return new Date(createdAt.getTime() + logBucketKeyLifetimeSeconds * 1_000);
}
