import { z } from 'zod';
import type { NonEmptyArray } from '../../../non-empty.ts';
import type { GroupId } from '../../../people/groups.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { type ItemResult, itemFields, itemResult } from '../item-result.ts';
import { lenientText } from '../lenient-text.ts';

/** Adds a user to a group or takes one out; named by e-mail address, which this call names `id`. */
export interface MemberChange {
  readonly operation: 'add' | 'remove';
  readonly email: string;
}

const answerSchema = z.object({
  userResults: z.array(z.object({ ...itemFields, emailId: lenientText })),
});

/**
 * `PATCH /adminGroups/{groupId}`: adds and removes members.
 * @returns one result for each change, in their order: the call is answered with 200 even when every item failed
 * @throws RefusedInput when the call is refused as a whole, or the group does not exist
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function changeMembers(
  client: AuthorisedPlatformClient,
  groupId: GroupId,
  changes: NonEmptyArray<MemberChange>,
): Promise<readonly ItemResult[]> {
  const call = {
    method: 'PATCH',
    path: `/adminGroups/${encodeURIComponent(groupId)}`,
    json: { users: changes.map(({ operation, email }) => ({ operation, id: email })) },
    // Whoever is in the group already, or out of it, stays so.
    repetition: 'repeatable',
  } as const;
  const { userResults } = await client.send(call, answerSchema);
  return changes.map(({ email }) =>
    itemResult(userResults.find(({ emailId }) => emailId?.toLowerCase() === email.toLowerCase())),
  );
}
