import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, created, noContent, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { TokenHolder } from '../access-tokens.ts';
import { type ApiKey, allowedIPsSchema, keyNameSchema } from '../api-key.ts';
import type { Cloud } from '../cloud.ts';
import { keyAdminError } from '../error-envelopes.ts';
import { keyListQuerySchema } from '../pagination.ts';
import { newKeyPair, refreshedKey } from '../refreshed-key.ts';
import type { BearerRoute, Route } from '../route.ts';
import { isKeyAdmin, ordinaryScopeSchema } from '../scope.ts';
import { apiKeyBody, apiKeyBodyWithSecret } from './api-key-body.ts';

const collection = '/admin/v2/apiKeys';
const one = `${collection}/{apiKeyId}`;
const guarded = { access: 'bearer-token', rateLimit: 'admin', envelope: keyAdminError } as const;

/**
 * The Key Admin part: ordinary keys, managed by bearers of a KeyAdmin key's token. KeyAdmin keys do not show here.
 *
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-authentication
 */
export const apiKeyRoutes: readonly Route[] = [
  { ...guarded, method: 'GET', template: collection, scope: 'admin.apikeys:read', handle: listKeys },
  { ...guarded, method: 'POST', template: collection, scope: 'admin.apikeys:create', handle: createKey },
  { ...guarded, method: 'GET', template: one, scope: 'admin.apikeys:read', handle: withKey(readKey) },
  { ...guarded, method: 'PATCH', template: one, scope: 'admin.apikeys:update', handle: withKey(changeKey) },
  { ...guarded, method: 'DELETE', template: one, scope: 'admin.apikeys:delete', handle: withKey(deleteKey) },
  {
    ...guarded,
    method: 'POST',
    template: `${one}/refresh`,
    scope: 'admin.apikeys:refresh',
    handle: withKey(refreshKey),
  },
];

const createSchema = z.strictObject({
  name: keyNameSchema,
  scopes: z.array(ordinaryScopeSchema).min(1),
  description: z.string().max(256).default(''),
  expireAt: z
    .union([z.literal(''), z.iso.datetime()], { error: 'expireAt must be an ISO 8601 time or empty' })
    .default(''),
  allowedIPs: allowedIPsSchema.default([]),
});

// Without expireAt, which can be set at the creation only.
const changeSchema = z.strictObject({
  name: keyNameSchema,
  scopes: z.array(ordinaryScopeSchema).min(1),
  description: z.string().max(256).optional(),
  allowedIPs: allowedIPsSchema.optional(),
});

function listKeys(request: ApiRequest, cloud: Cloud): Answer {
  const query = keyListQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return keyAdminError(400, z.prettifyError(query.error));
  const { offset, limit } = query.data;
  const keys = cloud.keys.all().filter(({ scopes }) => !isKeyAdmin(scopes));
  const page = keys.slice(offset, limit === 0 ? undefined : offset + limit);
  return ok({ message: 'success', offset, limit, total: keys.length, keys: page.map(apiKeyBody) });
}

function createKey(
  request: ApiRequest,
  cloud: Cloud,
  _parameters: PathParameters,
  { keyId }: TokenHolder,
): Answer {
  if (!isJson(request)) return keyAdminError(415, 'Unsupported Media Type');
  const body = parseJsonBody(request, createSchema);
  if (!body.ok) return keyAdminError(400, body.problem);
  const { expireAt, ...properties } = body.value;
  if (cloud.keys.findByName(properties.name)) return keyAdminError(409, 'Already Exists');

  const now = cloud.clock.now();
  const apiKey: ApiKey = {
    ...properties,
    ...newKeyPair(),
    id: randomUUID(),
    expireAt: expireAt === '' ? null : new Date(expireAt),
    createdAt: now,
    modifiedAt: now,
    lastUsedAt: null,
    lastRefreshedAt: null,
    creatorKeyId: keyId,
    creatorEmail: '',
    enabled: true,
    creatorActive: true,
  };
  cloud.keys.put(apiKey);
  return created({ message: 'success', key: apiKeyBodyWithSecret(apiKey) });
}

function readKey(apiKey: ApiKey): Answer {
  return ok({ message: 'success', key: apiKeyBody(apiKey) });
}

function changeKey(apiKey: ApiKey, request: ApiRequest, cloud: Cloud): Answer {
  if (!isJson(request)) return keyAdminError(415, 'Unsupported Media Type');
  const body = parseJsonBody(request, changeSchema);
  if (!body.ok) return keyAdminError(400, body.problem);
  const { name, scopes, description, allowedIPs } = body.value;
  // A property is not accepted with its present value although the name is required: every change renames.
  if (name === apiKey.name) return keyAdminError(400, 'name is the same as before');
  if (cloud.keys.findByName(name)) return keyAdminError(409, 'Already Exists');
  const changed = {
    ...apiKey,
    name,
    scopes,
    description: description ?? apiKey.description,
    allowedIPs: allowedIPs ?? apiKey.allowedIPs,
    modifiedAt: cloud.clock.now(),
  };
  cloud.keys.put(changed);
  return readKey(changed);
}

function deleteKey({ id }: ApiKey, _request: ApiRequest, cloud: Cloud): Answer {
  cloud.keys.delete(id);
  if (cloud.settings.tokensAfterKeyDelete === 'die') cloud.tokens.forgetKey(id);
  return noContent;
}

function refreshKey(apiKey: ApiKey, request: ApiRequest, cloud: Cloud): Answer {
  if (!isJson(request)) return keyAdminError(415, 'Unsupported Media Type');
  const { settings } = cloud;
  const now = cloud.clock.now();
  const refreshed = refreshedKey(apiKey, now, settings);
  const formerValidUntil = new Date(now.getTime() + settings.formerSecretGraceSeconds * 1_000);
  cloud.keys.refresh(apiKey, refreshed, formerValidUntil);
  if (settings.tokensAfterKeyRefresh === 'die') cloud.tokens.forgetKey(apiKey.id);
  return ok({ message: 'success', key: apiKeyBodyWithSecret(refreshed) });
}

/** Makes a route's handler out of one that needs the key which the path names. */
function withKey(
  handle: (apiKey: ApiKey, request: ApiRequest, cloud: Cloud) => Answer,
): BearerRoute['handle'] {
  return (request, cloud, { apiKeyId = '' }) => {
    const apiKey = cloud.keys.find(apiKeyId);
    if (!apiKey || isKeyAdmin(apiKey.scopes)) return keyAdminError(404, 'Not Found');
    return handle(apiKey, request, cloud);
  };
}

function isJson({ contentType }: ApiRequest): boolean {
  return contentType?.startsWith('application/json') ?? false;
}
