import type { AdministeredKey } from '../../cisco/secure-access/key-admin.ts';
import type { ReadSecret } from '../secret-reader.ts';
import type { KeyNamePrefix } from './key-name.ts';
import type { StoredApiKey } from './stored-api-key.ts';

/**
 * A key that was replaced is deleted this long after the promotion of its successor, in seconds: the life of an access
 * token, 3600 s, since the last one may have been minted at the promotion; the longest run of a function, 900 s, which
 * may lie between writing down the time and the promotion; and as much again for clocks.
 */
export const formerKeyLifeSeconds = 3_600 + 900 + 900;

/** Which keys are ours to delete. */
export interface KeyOwnership {
  readonly prefix: KeyNamePrefix;
  /** The key that a person stored serves other organisations too, so it is left to that person when replaced. */
  readonly isPastedKeyShared: boolean;
}

/** The labelled versions of the key's secret. */
export interface KeyVersions {
  readonly current: ReadSecret<StoredApiKey>;
  readonly previous: ReadSecret<StoredApiKey> | undefined;
  readonly pending: ReadSecret<StoredApiKey> | undefined;
}

/** What the versions and the list of keys say together. */
export interface SortedKeys {
  /** The key that is in use; missing if it is not a key of this organisation. */
  readonly present: AdministeredKey | undefined;
  /** A successor that is stored and was not promoted yet, because a run died. */
  readonly unfinished: { readonly value: StoredApiKey; readonly keyId: string } | undefined;
  /** Ours, and of no use: former keys whose time is over, and keys whose secret was never stored. */
  readonly toDelete: readonly AdministeredKey[];
  /** Whether a former key is still kept for the tokens that were minted with it. */
  readonly isFormerKeyInUse: boolean;
}

/**
 * Finds out what earlier runs have left; pure. Nothing is written down about a rotation but the secret's versions.
 * Only keys under our prefix are deleted, and the one that the current key says it has replaced;
 * never the key in use, nor one that a version in reach (current, previous, unfinished) still holds.
 */
export function sortKeys(
  keys: readonly AdministeredKey[],
  versions: KeyVersions,
  { prefix, isPastedKeyShared }: KeyOwnership,
  now: Date,
): SortedKeys {
  const { current, previous } = versions;
  const present = keys.find((key) => key.clientId === current.value.key);
  const unfinished = findUnfinished(keys, versions);
  const isInUse = (key: AdministeredKey) => key.id === present?.id || key.id === unfinished?.keyId;

  const keptUntil = new Map<string, number>();
  for (const { replaces, promotedAt } of [current.value, previous?.value ?? {}] as const) {
    if (!replaces || !promotedAt) continue;
    const until = Date.parse(promotedAt) + formerKeyLifeSeconds * 1000;
    keptUntil.set(replaces.keyId, Math.max(until, keptUntil.get(replaces.keyId) ?? 0));
  }

  const isOurs = (key: AdministeredKey) => key.name.startsWith(prefix);
  const former = keys.filter(
    (key) => !isInUse(key) && keptUntil.has(key.id) && (isOurs(key) || !isPastedKeyShared),
  );
  const isOver = (key: AdministeredKey) => (keptUntil.get(key.id) ?? 0) <= now.getTime();
  const orphans = keys.filter(
    (key) => isOurs(key) && !isInUse(key) && !keptUntil.has(key.id) && key.clientId !== previous?.value.key,
  );
  return {
    present,
    unfinished,
    // Without the key in use in the list, the list may be that of another organisation: nothing in it is touched.
    toDelete: present ? [...former.filter(isOver), ...orphans] : [],
    isFormerKeyInUse: former.some((key) => !isOver(key)),
  };
}

/**
 * The pending version counts if it was made for the version that is current now, and has never been current itself:
 * else a person has stored another key, or gone back to the former one, and that stands.
 */
function findUnfinished(
  keys: readonly AdministeredKey[],
  { current, previous, pending }: KeyVersions,
): SortedKeys['unfinished'] {
  if (!pending || [current.versionId, previous?.versionId].includes(pending.versionId)) return undefined;
  if (pending.value.replaces?.versionId !== current.versionId) return undefined;
  const key = keys.find(({ clientId }) => clientId === pending.value.key);
  return key && { value: pending.value, keyId: key.id };
}
