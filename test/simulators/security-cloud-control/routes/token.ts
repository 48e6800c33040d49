import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { bearerToken, sha256Of } from '../../http/bearer-token.ts';
import type { PathParameters } from '../../http/route.ts';
import { accessTokenLifetimeSeconds } from '../access-tokens.ts';
import { type ApiKey, isUsable } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { permissionsOf } from '../permissions.ts';
import { platformError } from '../platform-error.ts';
import { decideRenewal, isAlive } from '../refresh-tokens.ts';
import type { Route } from '../route.ts';

/**
 * Exchanges the refresh token, sent as the bearer token, for an access token.
 *
 * @see https://developer.cisco.com/docs/security-cloud-control/authentication
 */
export const tokenRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/v1/organizations/{orgId}/apiKeys/{apiKeyId}/token',
    access: 'open',
    handle: refresh,
  },
];

function refresh(request: ApiRequest, cloud: Cloud, { orgId = '', apiKeyId = '' }: PathParameters): Answer {
  const refuse = (status: number, text: string) => platformError(status, { request, cloud, text });
  const { settings } = cloud;
  if (!request.contentType?.startsWith('application/x-www-form-urlencoded')) {
    return refuse(400, 'Content-Type must be application/x-www-form-urlencoded');
  }
  if (new URLSearchParams(request.body).get('grant_type') !== 'refresh_token') {
    return refuse(400, 'grant_type must be refresh_token');
  }
  const token = bearerToken(request.authorization);
  if (token === undefined) return refuse(401, 'Unauthorized');

  const apiKey = cloud.keys.find(apiKeyId);
  if (!apiKey) return refuse(403, 'API key not found');
  if (apiKey.organisation.id !== orgId) {
    return refuse(settings.foreignOrganisationStatus, 'API key does not belong to the organization');
  }
  const now = cloud.clock.now();
  if (!isUsable(apiKey, now)) return refuse(settings.disabledKeyStatus, 'API key is disabled or expired');

  const used = cloud.refreshTokens.findBySha256(sha256Of(token));
  if (used?.apiKeyId !== apiKeyId || !isAlive(used, now)) {
    return refuse(settings.refusedRefreshTokenStatus, 'refresh token is not valid');
  }
  const renewed = cloud.refreshTokens.renew(used, decideRenewal(used, now, settings), now);
  return ok(tokenBody(apiKey, renewed, cloud));
}

function tokenBody(apiKey: ApiKey, renewed: { token: string; expiresAt: Date }, cloud: Cloud) {
  const now = cloud.clock.now();
  return {
    access_token: cloud.accessTokens.issue(apiKey, now, cloud.settings),
    expires_in: accessTokenLifetimeSeconds,
    refresh_token: renewed.token,
    refresh_token_expires_in: Math.floor((renewed.expiresAt.getTime() - now.getTime()) / 1_000),
    token_type: 'Bearer',
    permissions: permissionsOf(apiKey.role),
  };
}
