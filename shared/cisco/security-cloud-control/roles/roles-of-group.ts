import type { GroupId } from '../../../people/groups.ts';
import type { Role } from '../../../people/roles.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { roleOf, rolesAnswerSchema } from './role.ts';

/**
 * `GET /adminGroups/{groupId}/roles`: the roles that the members of a group have by it.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function rolesOfGroup(client: AuthorisedPlatformClient, groupId: GroupId): Promise<Role[]> {
  const path = `/adminGroups/${encodeURIComponent(groupId)}/roles` as const;
  const { roles } = await client.send({ method: 'GET', path, repetition: 'repeatable' }, rolesAnswerSchema);
  return roles.map(roleOf);
}
