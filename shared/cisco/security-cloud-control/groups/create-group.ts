import type { GroupToCreate } from '../../../organisations/admin-groups.ts';
import type { Group } from '../../../people/groups.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { groupOf, groupSchema } from './group.ts';

/**
 * `POST /adminGroups`: makes a group without members or roles. `appliesTo` is left out: with it the call was seen to
 * fail, and it is about groups that a manager shares.
 * @throws OutcomeUnknown for a lost answer: nothing is documented to refuse a second group of the same name
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function createGroup(
  client: AuthorisedPlatformClient,
  { name, description }: GroupToCreate,
): Promise<Group> {
  const json = { name, ...(description && { description }) };
  const call = { method: 'POST', path: '/adminGroups', json, repetition: 'once' } as const;
  return groupOf(await client.send(call, groupSchema));
}
