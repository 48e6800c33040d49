import {
  type LogBucketRotation,
  type LogBucketRotationPorts,
  rotateLogBucketKey,
} from '#shared/credentials/log-bucket/rotate-log-bucket-key.ts';
import type { LogBucketKeyVersion } from '#shared/credentials/log-bucket/stored-log-bucket-key.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemorySecretVersions } from '../in-memory-secret-versions.ts';

/** An organisation whose log bucket has one key that works: the newest, in the unkindest reading. */
export class LogBucketBench {
  readonly time = new AdvancingTime();
  readonly secret = new InMemorySecretVersions<LogBucketKeyVersion>();
  requested = 0;
  #versions = 0;

  /** @param hasKey whether a key was rotated into the secret before */
  constructor({ hasKey = true } = {}) {
    if (!hasKey) return;
    this.requested = 1;
    const createdAt = this.time.now().toISOString();
    this.secret.paste({ accessKeyId: 'AKIA1', secretAccessKey: 'canary-1', createdAt });
  }

  ports(more: Partial<LogBucketRotationPorts> = {}): LogBucketRotationPorts {
    return {
      versions: this.secret,
      requestKey: async () => {
        this.requested += 1;
        return { accessKeyId: `AKIA${this.requested}`, secretAccessKey: `canary-${this.requested}` };
      },
      clock: this.time,
      sleep: this.time.sleep,
      newVersionId: () => {
        this.#versions += 1;
        return `version-${this.#versions}`;
      },
      ...more,
    };
  }

  run(options: Partial<LogBucketRotation> = {}, ports = this.ports()) {
    return rotateLogBucketKey({ edition: 'global', everyDays: 75, isForced: false, ...options }, ports);
  }

  /** Whether a reader of the logs gets the newest key. */
  storedKeyWorks(): boolean {
    const value = this.secret.peek('AWSCURRENT')?.value;
    return value !== undefined && 'accessKeyId' in value && value.accessKeyId === `AKIA${this.requested}`;
  }
}
