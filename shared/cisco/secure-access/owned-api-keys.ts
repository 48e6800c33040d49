import type { OwnedCredentials } from '../../people/owned-credentials.ts';
import type { KeyAdmin } from './key-admin.ts';

/**
 * The API keys that name a person as their maker. Cisco refuses the tokens of a key whose maker was deactivated, so
 * whatever uses one of these stops with the person. Keys without an address were made by another key.
 * @see https://developer.cisco.com/docs/secure-access-china/getting-started
 */
export function ownedApiKeys(keyAdmin: Pick<KeyAdmin, 'list'>): OwnedCredentials {
  return {
    async ownedBy(person) {
      const keys = await keyAdmin.list();
      return keys
        .filter(({ creatorEmail }) => creatorEmail?.trim().toLowerCase() === person)
        .map(({ id, name, scopes, lastUsedAt, expireAt }) => ({
          id,
          name,
          allows: scopes,
          lastUsedAt,
          expiresAt: expireAt,
        }));
    },
  };
}
