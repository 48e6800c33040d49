import type { DirectoryId } from '../../../people/directory.ts';
import type { Role } from '../../../people/roles.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { roleOf, rolesAnswerSchema } from './role.ts';

/**
 * `GET /roles`: the roles of the organisation, or those of one user. No pages are documented, so one answer holds all.
 * @param userId left out: every role that there is
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function listRoles(client: AuthorisedPlatformClient, userId?: DirectoryId): Promise<Role[]> {
  const query = userId === undefined ? '' : (`?${new URLSearchParams({ userId })}` as const);
  const call = { method: 'GET', path: `/roles${query}`, repetition: 'repeatable' } as const;
  const { roles } = await client.send(call, rolesAnswerSchema);
  return roles.map(roleOf);
}
