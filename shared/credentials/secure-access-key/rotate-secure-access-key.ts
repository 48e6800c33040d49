import type { AdministeredKey, CreatedKey, KeyToCreate } from '../../cisco/secure-access/key-admin.ts';
import type { ApiKey } from '../../cisco/secure-access/request-access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { Rotation } from '../rotation-request.ts';
import type { SecretVersions } from '../secret-versions.ts';
import { isKeyDue, type KeyRotationSettings } from './is-due.ts';
import { newKeyName } from './key-name.ts';
import { type KeyOwnership, type KeyVersions, sortKeys } from './sort-keys.ts';
import type { StoredApiKey } from './stored-api-key.ts';

/** A new key is tried this often: the cloud may need a moment until it knows the key everywhere. */
const mostProofs = 3;
const waitBetweenProofsMilliseconds = 10_000;

export interface KeyRotationPorts {
  readonly versions: SecretVersions<StoredApiKey>;
  readonly keyAdmin: {
    list(): Promise<AdministeredKey[]>;
    create(key: KeyToCreate): Promise<CreatedKey>;
    delete(keyId: string): Promise<void>;
  };
  /** Mints a token with the key and makes a read with it; throws ConfigurationProblem when the cloud refuses. */
  readonly prove: (apiKey: ApiKey) => Promise<void>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A random UUID. */
  readonly newVersionId: () => string;
}

export interface KeyRotation extends KeyRotationSettings, KeyOwnership {
  readonly isForced: boolean;
}

/**
 * Replaces the API key by one with the same scopes, so that at any moment the stored key works:
 *  1. Look at the secret's versions and the list of keys; delete what earlier runs left and nobody needs.
 *  2. Go on with a successor that is stored already; else, if it is time, create one and store it as pending.
 *  3. Prove it: mint a token and read with it. One that does not work is deleted.
 *  4. Promote it, unless somebody has stored another key meanwhile.
 *  5. The former key stays until every token minted with it is over: a later run deletes it (step 1).
 * A run may die anywhere. A key whose secret was not stored is deleted by the next run, a stored one is promoted.
 * @throws ConfigurationProblem when no key is stored, it is not a key of this organisation, or the new one is refused
 * @throws OutcomeUnknown, RetryLater as the Key Admin API's client does; the next run cleans up
 */
export async function rotateSecureAccessKey(
  rotation: KeyRotation,
  ports: KeyRotationPorts,
): Promise<Rotation> {
  const { versions, keyAdmin, clock } = ports;
  const stored = await readVersions();
  const { current } = stored;
  const keys = await keyAdmin.list();
  const { present, unfinished, toDelete, isFormerKeyInUse } = sortKeys(keys, stored, rotation, clock.now());
  if (!present) {
    throw new ConfigurationProblem(
      'The stored API key is not among the keys that the KeyAdmin key can see. Store an API key and a KeyAdmin key of the same organisation, both of the API (not the legacy) kind.',
    );
  }
  for (const key of toDelete) await keyAdmin.delete(key.id);

  if (unfinished) return finish(unfinished.value, unfinished.keyId);
  const age = {
    createdAt: dateOf(current.value.createdAt) ?? present.createdAt,
    expiresAt: dateOf(current.value.expiresAt) ?? present.expireAt,
  };
  if (!rotation.isForced && !isKeyDue(age, rotation, clock.now())) return { kind: 'kept', reason: 'not-due' };
  // One former key at a time: its id stands in the current version only.
  if (isFormerKeyInUse) return { kind: 'kept', reason: 'former-key-in-use' };
  const successor = await createSuccessor(present);
  return finish(successor.value, successor.keyId);

  async function readVersions(): Promise<KeyVersions> {
    const current = await versions.read('AWSCURRENT');
    if (!current) {
      throw new ConfigurationProblem(
        'No API key is stored, or not as { "key": "…", "secret": "…" }. Store one: npm run cli -- credentials set <organisation>/secure-access-api-key',
      );
    }
    const previous = await versions.read('AWSPREVIOUS');
    return { current, previous, pending: await versions.read('AWSPENDING') };
  }

  async function createSuccessor(present: AdministeredKey): Promise<{ value: StoredApiKey; keyId: string }> {
    const now = clock.now();
    const versionId = ports.newVersionId();
    const expireAt = new Date(now.getTime() + rotation.lifetimeDays * 86_400_000);
    const created = await keyAdmin.create({
      name: newKeyName(rotation.prefix, now, versionId),
      description: 'Made by SCC Automations, which deletes it after its replacement',
      scopes: present.scopes,
      expireAt,
      allowedIPs: present.allowedIPs ?? [],
    });
    const value: StoredApiKey = {
      key: created.clientId,
      secret: created.clientSecret,
      keyId: created.id,
      name: created.name,
      createdAt: now.toISOString(),
      expiresAt: (created.expireAt ?? expireAt).toISOString(),
      replaces: { versionId: current.versionId, keyId: present.id },
    };
    await versions.put(value, 'AWSPENDING', versionId);
    return { value, keyId: created.id };
  }

  async function finish(successor: StoredApiKey, keyId: string): Promise<Rotation> {
    await proveOrDelete(successor, keyId);
    const versionId = ports.newVersionId();
    const promotedAt = clock.now().toISOString();
    await versions.put({ ...successor, promotedAt }, 'AWSPENDING', versionId);
    if ((await versions.promote(versionId, current.versionId)) === 'overtaken') {
      await keyAdmin.delete(keyId);
      return { kind: 'overtaken' };
    }
    const { expiresAt } = successor;
    return { kind: 'rotated', ...(expiresAt === undefined ? {} : { expiresAt }) };
  }

  async function proveOrDelete(successor: StoredApiKey, keyId: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ports.prove(successor);
      } catch (error) {
        if (!(error instanceof ConfigurationProblem)) throw error;
        if (attempt === mostProofs) {
          await keyAdmin.delete(keyId);
          throw new ConfigurationProblem(
            `The new API key did not work, so it was deleted and the present one stays in use. ${error.message}`,
          );
        }
        await ports.sleep(waitBetweenProofsMilliseconds);
      }
    }
  }
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
