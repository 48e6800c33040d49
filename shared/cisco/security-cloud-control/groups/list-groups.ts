import { RefusedInput } from '../../../errors/refused-input.ts';
import type { AvailableGroups, Group } from '../../../people/groups.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { groupOf, groupsAnswerSchema } from './group.ts';

/** The most that one answer holds. */
const groupsPerPage = 500;

/**
 * `GET /adminGroups`: the admin groups of the organisation. Where the cursor of the next page comes from is not
 * documented; the guide says that it is 1 at first, so it is counted up like a page's number. A page that is refused,
 * or that shows what was shown, ends the attempt: the groups are then marked as perhaps not all.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function listGroups(client: AuthorisedPlatformClient): Promise<AvailableGroups> {
  const found = new Map<Group['id'], Group>();
  for (let page = 1; ; page++) {
    const groups = await readPage(client, page);
    const isNew = groups?.some(({ id }) => !found.has(id)) ?? false;
    for (const group of groups ?? []) found.set(group.id, group);
    // A page that is not full ends the list; a full one that repeats another shows that the cursor means nothing.
    const isComplete = groups !== undefined && groups.length < groupsPerPage;
    if (isComplete || !isNew) return { groups: [...found.values()], isComplete };
  }
}

/** Nothing when the platform does not take the cursor. */
async function readPage(client: AuthorisedPlatformClient, page: number): Promise<Group[] | undefined> {
  const query = new URLSearchParams({
    max: String(groupsPerPage),
    ...(page > 1 && { cursor: String(page) }),
  });
  const call = { method: 'GET', path: `/adminGroups?${query}`, repetition: 'repeatable' } as const;
  try {
    const { groups } = await client.send(call, groupsAnswerSchema);
    return groups.map(groupOf);
  } catch (error) {
    if (page > 1 && error instanceof RefusedInput) return undefined;
    throw error;
  }
}
