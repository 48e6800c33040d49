import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { tokenLifetimeSeconds } from '../access-tokens.ts';
import { isAllowedFrom, mayMint } from '../api-key.ts';
import type { Cloud } from '../cloud.ts';
import { organisationId } from '../destination-lists.ts';
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
  const now = cloud.clock.now();
  const apiKey = cloud.keys.authenticate(request.authorization, now);
  if (!apiKey) return gatewayError(401, 'Unauthorized');

  const tooMany = rateLimitRefusal({ keyId: apiKey.id, scope: 'token' }, cloud, gatewayError);
  if (tooMany) return tooMany;

  if (!mayMint(apiKey, now)) return gatewayError(cloud.settings.unusableKeyStatus, 'Unauthorized');
  if (!isAllowedFrom(apiKey, request.remoteAddress)) return gatewayError(403, 'Access Forbidden');
  if (!request.contentType?.startsWith('application/x-www-form-urlencoded')) {
    return gatewayError(400, 'Content-Type must be application/x-www-form-urlencoded');
  }
  // The cloud was seen to accept an empty body too; nothing should rely on that, so it is refused here.
  if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
    return gatewayError(400, 'grant_type must be client_credentials');
  }
  const organisation = organisationOfToken(request, cloud);
  if (organisation === undefined) return gatewayError(403, 'Access Forbidden');

  cloud.keys.put({ ...apiKey, lastUsedAt: now });
  const holder = { keyId: apiKey.id, scopes: apiKey.scopes, organisationId: organisation };
  return ok({
    token_type: 'bearer',
    access_token: cloud.tokens.issue(holder, now),
    expires_in: tokenLifetimeSeconds,
  });
}

/** The organisation in which the token will work; undefined if the caller may not have one for it. */
function organisationOfToken(request: ApiRequest, { settings }: Cloud): number | undefined {
  const header = request.header('x-umbrella-orgid');
  if (header === undefined || settings.childOrganisationHeader === 'ignore') return organisationId;
  if (settings.childOrganisationHeader === 'refuse') return undefined;
  return settings.childOrganisationIds.find((id) => String(id) === header);
}
