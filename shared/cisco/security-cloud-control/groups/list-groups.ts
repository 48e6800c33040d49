import type { AvailableGroups } from '../../../people/groups.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { readCursorPages } from '../cursor-pages.ts';
import { groupOf, groupsAnswerSchema } from './group.ts';

/**
 * `GET /adminGroups`: the admin groups of the organisation, as many as its cursor leads to.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function listGroups(client: AuthorisedPlatformClient): Promise<AvailableGroups> {
  const { items, isComplete } = await readCursorPages(async (query) => {
    const call = { method: 'GET', path: `/adminGroups?${query}`, repetition: 'repeatable' } as const;
    const { groups } = await client.send(call, groupsAnswerSchema);
    return groups.map(groupOf);
  });
  return { groups: items, isComplete };
}
