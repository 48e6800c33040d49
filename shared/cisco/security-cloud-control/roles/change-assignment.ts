import { z } from 'zod';
import type { RoleId } from '../../../people/roles.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { type ItemResult, itemFields, itemResult } from '../item-result.ts';
import { lenientText } from '../lenient-text.ts';

export const assignmentAnswerSchema = z.object({
  results: z.array(z.object({ ...itemFields, type: lenientText })),
});

/**
 * `PATCH /roles/{roleId}`: gives one user a role or takes it away. One user a call, since the answer may name them by
 * another id than the call did: the documents speak of UUIDs and show e-mail addresses.
 * @param user the e-mail address, or the id: which of them the platform takes is documented in both ways
 * @throws RefusedInput when the call is refused as a whole, or the role does not exist
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function changeAssignment(
  client: AuthorisedPlatformClient,
  roleId: RoleId,
  { operation, user }: { readonly operation: 'add' | 'remove'; readonly user: string },
): Promise<ItemResult> {
  const call = {
    method: 'PATCH',
    path: `/roles/${encodeURIComponent(roleId)}`,
    json: { users: [{ operation, id: user }] },
    // Whoever has the role already, or has it not, stays so.
    repetition: 'repeatable',
  } as const;
  const { results } = await client.send(call, assignmentAnswerSchema);
  return itemResult(results.find(({ type }) => type === undefined || type === 'user'));
}
