import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { tokenLifetimeSeconds } from '../access-tokens.ts';
import type { Cloud } from '../cloud.ts';
import { gatewayError } from '../error-envelopes.ts';
import { rateLimitRefusal } from '../rate-limit-refusal.ts';
import type { Route } from '../route.ts';

/**
 * Exchanges key and secret for an access token.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export const tokenRoutes: readonly Route[] = [
  { method: 'POST', template: '/auth/v2/token', access: 'open', handle: issueToken },
];

function issueToken(request: ApiRequest, cloud: Cloud): Answer {
  const apiKey = cloud.keys.authenticate(request.authorization);
  if (!apiKey) return gatewayError(401, 'Unauthorized');

  const tooMany = rateLimitRefusal(apiKey.key, 'token', cloud);
  if (tooMany) return tooMany;

  if (!request.contentType?.startsWith('application/x-www-form-urlencoded')) {
    return gatewayError(400, 'Content-Type must be application/x-www-form-urlencoded');
  }
  // The cloud was seen to accept an empty body too; nothing should rely on that, so it is refused here.
  if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
    return gatewayError(400, 'grant_type must be client_credentials');
  }

  return ok({
    token_type: 'bearer',
    access_token: cloud.tokens.issue(apiKey.key, cloud.clock.now()),
    expires_in: tokenLifetimeSeconds,
  });
}
