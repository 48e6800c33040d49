import type { GroupId } from '../../../people/groups.ts';
import type { RoleId } from '../../../people/roles.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { type ItemResult, itemResult } from '../item-result.ts';
import { assignmentAnswerSchema } from './change-assignment.ts';

/**
 * `PATCH /roles/{roleId}`: gives a group a role, so that its members have it.
 * @throws RefusedInput when the call is refused as a whole, or the role does not exist
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function grantToGroup(
  client: AuthorisedPlatformClient,
  roleId: RoleId,
  groupId: GroupId,
): Promise<ItemResult> {
  const call = {
    method: 'PATCH',
    path: `/roles/${encodeURIComponent(roleId)}`,
    json: { groups: [{ operation: 'add', id: groupId }] },
    // A group that has the role already keeps it.
    repetition: 'repeatable',
  } as const;
  const { results } = await client.send(call, assignmentAnswerSchema);
  return itemResult(results.find(({ type }) => type === undefined || type === 'group'));
}
