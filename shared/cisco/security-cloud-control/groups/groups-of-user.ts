import type { DirectoryId } from '../../../people/directory.ts';
import type { Group } from '../../../people/groups.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { groupOf, groupsAnswerSchema } from './group.ts';

/**
 * `GET /users/{userId}/groups`: the groups that a user is in. It takes the user's id; an e-mail address is refused.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function groupsOfUser(client: AuthorisedPlatformClient, userId: DirectoryId): Promise<Group[]> {
  const path = `/users/${encodeURIComponent(userId)}/groups` as const;
  const { groups } = await client.send({ method: 'GET', path, repetition: 'repeatable' }, groupsAnswerSchema);
  return groups.map(groupOf);
}
