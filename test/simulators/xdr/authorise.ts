import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { bearerToken } from '../http/bearer-token.ts';
import type { Cloud } from './cloud.ts';
import { accessControlError, irohError, missingScopeError } from './error-envelopes.ts';
import { quotaRefusal } from './quota-refusal.ts';
import type { BearerRoute } from './route.ts';
import { missingScopes } from './scope.ts';

/** Checks token, client, the organisation's hour and scope of a request, in this order; the refusal, if there is one. */
export function refusalOf(request: ApiRequest, route: BearerRoute, cloud: Cloud): Answer | undefined {
  const token = bearerToken(request.authorization);
  if (token === undefined) {
    return irohError(401, 'invalid_request', 'No JWT found in HTTP Authorization header');
  }
  const holder = cloud.tokens.holderOf(token, cloud.clock.now());
  if (!holder || cloud.clients.find(holder.clientId)?.state !== 'works') {
    return irohError(401, 'invalid_token', 'The JWT has expired or is not valid');
  }
  const tooMany = quotaRefusal(cloud);
  if (tooMany) return tooMany;
  const missing = missingScopes(holder.scopes, [route.scope]);
  if (missing.length === 0) return undefined;
  if (route.api === 'ctia') return accessControlError();
  return missingScopeError(missing, { required: route.scope, granted: holder.scopes });
}
