import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken } from '../http/bearer-token.ts';
import type { Cloud } from './cloud.ts';
import { expiredTokenError, gatewayError } from './error-envelopes.ts';
import { rateLimitRefusal } from './rate-limit-refusal.ts';
import type { BearerRoute } from './route.ts';
import { grants } from './scope.ts';

/** The gateway's refusal of a request, or undefined if its token, scope and rate are in order. */
export function gatewayRefusal(request: ApiRequest, route: BearerRoute, cloud: Cloud): Answer | undefined {
  const token = bearerToken(request.authorization);
  if (token === undefined) return gatewayError(401, 'Unauthorized');

  const state = cloud.tokens.examine(token, cloud.clock.now());
  if (state.kind === 'unknown') return gatewayError(401, 'Unauthorized');
  if (state.kind === 'expired') return expiredTokenError(cloud.settings.expiredTokenStatus);

  const apiKey = cloud.keys.find(state.key);
  if (!apiKey || !grants(apiKey.scopes, route.scope)) return gatewayError(403, 'Access Forbidden');

  return rateLimitRefusal(apiKey.key, route.rateLimit, cloud);
}
