import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import type { Caller, Route } from '../route.ts';
import { tenant } from '../tenant.ts';

/**
 * What a token can learn and do about itself.
 *
 * @see https://developer.cisco.com/docs/cisco-security-cloud-control/authentication
 */
export const tokenRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/token', callers: 'everybody', handle: readToken },
  { method: 'POST', template: '/v1/token/revoke', callers: 'everybody', handle: revokeOwnToken },
];

/** Without `expiresAt`, which means that the token never expires. */
function readToken(
  _request: ApiRequest,
  _cloud: Cloud,
  _parameters: PathParameters,
  { user }: Caller,
): Answer {
  return ok({
    uid: user.uid,
    name: user.name,
    roles: [user.role],
    tenantUid: tenant.uid,
    tenantName: tenant.name,
    tenantPayType: tenant.payType,
    enterpriseId: tenant.enterpriseId,
    productInstanceId: tenant.productInstanceId,
  });
}

function revokeOwnToken(
  _request: ApiRequest,
  cloud: Cloud,
  _parameters: PathParameters,
  { token }: Caller,
): Answer {
  cloud.tokens.revoke(token, cloud.clock.now());
  return ok(undefined);
}
