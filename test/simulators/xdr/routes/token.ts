import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { tokenLifetimeSeconds } from '../access-tokens.ts';
import type { Cloud } from '../cloud.ts';
import { irohError } from '../error-envelopes.ts';
import { quotaRefusal } from '../quota-refusal.ts';
import type { Route } from '../route.ts';
import { commonScopes } from '../scope.ts';

/**
 * Exchanges a client's id and password for an access token.
 *
 * @see https://developer.cisco.com/docs/cisco-xdr/authentication
 */
export const tokenRoutes: readonly Route[] = [
  { method: 'POST', template: '/iroh/oauth2/token', access: 'open', handle: issueToken },
];

function issueToken(request: ApiRequest, cloud: Cloud): Answer {
  const client = cloud.clients.authenticate(request.authorization);
  if (!client) {
    return irohError(
      cloud.settings.refusedClientStatus,
      'invalid_client',
      'Unknown client or wrong password',
    );
  }
  const tooMany = quotaRefusal(cloud);
  if (tooMany) return cloud.withQuota(tooMany);
  if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
    return irohError(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
  }
  const { clientId, scopes, ownerScopes } = client;
  const granted = ownerScopes === null ? scopes : commonScopes(scopes, ownerScopes);
  return cloud.withQuota(
    ok({
      access_token: cloud.tokens.issue({ clientId, scopes: granted }, cloud.clock.now()),
      token_type: 'bearer',
      expires_in: tokenLifetimeSeconds,
      scope: granted.join(' '),
    }),
  );
}
