import { randomBytes } from 'node:crypto';
import type { ApiKey } from './api-key.ts';
import type { Settings } from './settings.ts';

/** A new client id with its secret. */
export function newKeyPair(): Pick<ApiKey, 'clientId' | 'clientSecret'> {
  return { clientId: randomBytes(16).toString('hex'), clientSecret: randomBytes(16).toString('hex') };
}

/** The key with another pair. Whether its expiry date moves with it is not documented. */
export function refreshedKey(
  apiKey: ApiKey,
  now: Date,
  { expireAtAfterRefresh }: Pick<Settings, 'expireAtAfterRefresh'>,
): ApiKey {
  const { expireAt, createdAt, lastRefreshedAt } = apiKey;
  const moves = expireAtAfterRefresh === 'moves' && expireAt !== null;
  const lifetimeMilliseconds = (expireAt?.getTime() ?? 0) - (lastRefreshedAt ?? createdAt).getTime();
  return {
    ...apiKey,
    ...newKeyPair(),
    lastRefreshedAt: now,
    expireAt: moves ? new Date(now.getTime() + lifetimeMilliseconds) : expireAt,
  };
}
