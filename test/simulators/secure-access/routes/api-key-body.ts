import type { ApiKey } from '../api-key.ts';

/** A key as every answer shows it, without its secret. Times that never came are empty texts. */
export function apiKeyBody(apiKey: ApiKey) {
  const { id, name, clientId, creatorKeyId, creatorEmail, description, scopes, allowedIPs } = apiKey;
  return {
    id,
    name,
    clientId,
    creatorKeyId,
    creatorName: '',
    creatorEmail,
    description,
    createdAt: apiKey.createdAt.toISOString(),
    modifiedAt: apiKey.modifiedAt.toISOString(),
    lastUsedAt: timeOrEmpty(apiKey.lastUsedAt),
    lastRefreshedAt: timeOrEmpty(apiKey.lastRefreshedAt),
    expireAt: timeOrEmpty(apiKey.expireAt),
    scopes,
    allowedIPs,
  };
}

/** A key with its secret, which only the answers to create and refresh show. */
export function apiKeyBodyWithSecret(apiKey: ApiKey) {
  return { ...apiKeyBody(apiKey), clientSecret: apiKey.clientSecret };
}

function timeOrEmpty(time: Date | null): string {
  return time?.toISOString() ?? '';
}
