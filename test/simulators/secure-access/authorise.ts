import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken } from '../http/bearer-token.ts';
import type { TokenHolder } from './access-tokens.ts';
import { isAllowedFrom, isInForce } from './api-key.ts';
import type { Cloud } from './cloud.ts';
import { expiredTokenError, gatewayError } from './error-envelopes.ts';
import { rateLimitRefusal } from './rate-limit-refusal.ts';
import type { BearerRoute } from './route.ts';
import { grants } from './scope.ts';

export type Authorisation =
  | { readonly granted: true; readonly caller: TokenHolder }
  | { readonly granted: false; readonly refusal: Answer };

/** Checks token, key, address, scope and rate of a request, in this order. */
export function authorise(request: ApiRequest, route: BearerRoute, cloud: Cloud): Authorisation {
  const now = cloud.clock.now();
  const envelope = (status: number, text: string) =>
    (route.envelope ?? gatewayError)(status, text, { path: request.path, now });

  const token = bearerToken(request.authorization);
  const state = token === undefined ? undefined : cloud.tokens.examine(token, now);
  if (state?.kind === 'expired') return refused(expiredTokenError(cloud.settings.expiredTokenStatus));
  if (state?.kind !== 'valid') return refused(envelope(401, 'Unauthorized'));

  const { holder } = state;
  // Undefined for a deleted key, whose tokens live on unless the switch says otherwise.
  const apiKey = cloud.keys.find(holder.keyId);
  if (apiKey && !isInForce(apiKey)) return refused(envelope(401, 'Unauthorized'));
  const isAllowed = !apiKey || isAllowedFrom(apiKey, request.remoteAddress);
  if (!isAllowed || !grants(apiKey?.scopes ?? holder.scopes, route.scope)) {
    return refused(envelope(403, 'Access Forbidden'));
  }
  const tooMany = rateLimitRefusal({ keyId: holder.keyId, scope: route.rateLimit }, cloud, envelope);
  return tooMany ? refused(tooMany) : { granted: true, caller: holder };
}

function refused(refusal: Answer): Authorisation {
  return { granted: false, refusal };
}
