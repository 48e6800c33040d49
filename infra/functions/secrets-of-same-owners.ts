import type { SecretsByName } from '../constructs/kept-secret.ts';

/** Those of `secrets` whose organisations also own one of `others`: a rotator may touch no other organisation's. */
export function secretsOfSameOwners(secrets: SecretsByName, others: SecretsByName): SecretsByName {
  return Object.fromEntries(Object.entries(secrets).filter(([owner]) => Object.hasOwn(others, owner)));
}
