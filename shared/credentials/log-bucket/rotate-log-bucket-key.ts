import type { SecureAccessEdition } from '../../config/organisation.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { Rotation } from '../rotation-request.ts';
import type { ReadSecret } from '../secret-reader.ts';
import type { SecretVersions } from '../secret-versions.ts';
import type { LogBucketKeyVersion, StoredLogBucketKey } from './stored-log-bucket-key.ts';

/** Cisco ends access with a key after 90 days. */
const lifetimeDays = 90;

const dayMilliseconds = 86_400_000;

/** A new key exists in memory only until it is stored, so storing is tried as often as this. */
const mostStores = 5;
const firstWaitMilliseconds = 1_000;

export interface LogBucketRotationPorts {
  readonly versions: SecretVersions<LogBucketKeyVersion>;
  /** Asks the cloud for a new key; safe to repeat. */
  readonly requestKey: () => Promise<{ accessKeyId: string; secretAccessKey: string }>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A random UUID. */
  readonly newVersionId: () => string;
}

export interface LogBucketRotation {
  readonly edition: SecureAccessEdition;
  readonly everyDays: number;
  readonly isForced: boolean;
}

/**
 * Replaces the key of Secure Access's own log bucket before Cisco ends it:
 *  1. Promote a key that an earlier run has stored and not promoted.
 *  2. If it is time, or an earlier run began and stored no key: note that a rotation begins.
 *  3. Ask for a new key, store it as pending, and promote it.
 * Whether the former key dies at once is not known, so the new one must not be lost. A run that dies before it is
 * stored leaves the note, and the next run asks for another key, due or not. That is safe to do at any time:
 * a rotation needs none of the former keys, and the newest one works.
 * @throws ConfigurationProblem outside the global edition, which alone has this call
 */
export async function rotateLogBucketKey(
  rotation: LogBucketRotation,
  ports: LogBucketRotationPorts,
): Promise<Rotation> {
  if (rotation.edition !== 'global') {
    throw new ConfigurationProblem(
      `The key of the log bucket can be replaced in the global edition of Secure Access only; this organisation is of the edition "${rotation.edition}". Take logBucketKeyRotation out of its configuration.`,
    );
  }
  const { versions, clock } = ports;
  const current = await versions.read('AWSCURRENT');
  const begun = await findBegun();
  if (begun?.kind === 'key') return promote(begun.stored);
  if (!begun && !rotation.isForced && !isDue()) return { kind: 'kept', reason: 'not-due' };
  // Without a present key there is nothing to lose, and a note would become the secret's first value.
  if (!begun && current) {
    await versions.put({ rotationBegunAt: clock.now().toISOString() }, 'AWSPENDING', ports.newVersionId());
  }
  return promote(await storeNewKey());

  async function findBegun(): Promise<
    { kind: 'note' } | { kind: 'key'; stored: ReadSecret<StoredLogBucketKey> } | undefined
  > {
    const pending = await versions.read('AWSPENDING');
    if (!pending) return undefined;
    const previous = await versions.read('AWSPREVIOUS');
    if ([current?.versionId, previous?.versionId].includes(pending.versionId)) return undefined;
    const { value, versionId } = pending;
    // A key made for a version that is current no more may not be the newest.
    if ('rotationBegunAt' in value || value.replacesVersionId !== current?.versionId) return { kind: 'note' };
    return { kind: 'key', stored: { value, versionId } };
  }

  function isDue(): boolean {
    if (!current || 'rotationBegunAt' in current.value) return true;
    const age = clock.now().getTime() - Date.parse(current.value.createdAt);
    return age >= rotation.everyDays * dayMilliseconds;
  }

  async function storeNewKey(): Promise<ReadSecret<StoredLogBucketKey>> {
    // Counted from before the request: the key then is at least as young as we say.
    const createdAt = clock.now().toISOString();
    const key = await ports.requestKey();
    const replaces = current ? { replacesVersionId: current.versionId } : {};
    const stored = { value: { ...key, createdAt, ...replaces }, versionId: ports.newVersionId() };
    for (let attempt = 1; ; attempt++) {
      try {
        await versions.put(stored.value, 'AWSPENDING', stored.versionId);
        return stored;
      } catch (cause) {
        if (attempt === mostStores) {
          throw new RetryLater(
            'The new key of the log bucket could not be stored. The next run asks for another one; until then readers of the logs may be refused.',
            { cause },
          );
        }
        await ports.sleep(firstWaitMilliseconds * 2 ** (attempt - 1));
      }
    }
  }

  async function promote({ value, versionId }: ReadSecret<StoredLogBucketKey>): Promise<Rotation> {
    const promoted = await versions.promote(versionId, current?.versionId);
    if (promoted === 'overtaken') return { kind: 'overtaken' };
    const endsAt = Date.parse(value.createdAt) + lifetimeDays * dayMilliseconds;
    return { kind: 'rotated', expiresAt: new Date(endsAt).toISOString() };
  }
}
