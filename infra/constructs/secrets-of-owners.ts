import type { SecretsByName } from './kept-secret.ts';

/** The secrets of these owners, and of no others. */
export function secretsOfOwners(secrets: SecretsByName, owners: Iterable<string>): SecretsByName {
  const wanted = new Set(owners);
  return Object.fromEntries(Object.entries(secrets).filter(([owner]) => wanted.has(owner)));
}
