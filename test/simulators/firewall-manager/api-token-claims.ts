import type { Settings } from './settings.ts';
import { tenant } from './tenant.ts';
import type { User } from './users.ts';

/**
 * What stands in an API token. There is no `exp`, since it never expires.
 *
 * @param tokenId tells the tokens of one user apart
 * @see https://developer.cisco.com/docs/cisco-security-cloud-control/authentication
 */
export function apiTokenClaims(
  user: User,
  tokenId: string,
  { rolesClaim }: Pick<Settings, 'rolesClaim'>,
): object {
  return {
    sub: user.uid,
    [rolesClaim]: [user.role],
    parentId: tenant.uid,
    clusterId: tenant.clusterId,
    jti: tokenId,
  };
}
