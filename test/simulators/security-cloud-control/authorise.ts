import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken, sha256Of } from '../http/bearer-token.ts';
import { type ApiKey, isUsable } from './api-keys.ts';
import type { Cloud } from './cloud.ts';
import { platformError } from './platform-error.ts';
import type { BearerRoute } from './route.ts';

export type Authorisation =
  | { readonly granted: true; readonly apiKey: ApiKey }
  | { readonly granted: false; readonly refusal: Answer };

/** Checks token, key and scope of a request, in this order. */
export function authorise(request: ApiRequest, route: BearerRoute, cloud: Cloud): Authorisation {
  const now = cloud.clock.now();
  const token = bearerToken(request.authorization);
  const issued = token === undefined ? undefined : cloud.accessTokens.findBySha256(sha256Of(token));
  const apiKey = issued && cloud.keys.find(issued.apiKeyId);
  if (!issued || !apiKey || issued.expiresAt <= now) return refused(platformError(401, { request, cloud }));
  if (!isUsable(apiKey, now)) {
    const status = cloud.settings.disabledKeyStatus;
    return refused(platformError(status, { request, cloud, text: 'API key is disabled or expired' }));
  }
  if (!issued.scopes.includes(route.scope)) return refused(platformError(403, { request, cloud }));
  return { granted: true, apiKey };
}

function refused(refusal: Answer): Authorisation {
  return { granted: false, refusal };
}
