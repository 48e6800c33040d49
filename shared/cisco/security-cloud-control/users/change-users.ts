import { z } from 'zod';
import type { NonEmptyArray } from '../../../non-empty.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { type ItemResult, itemFields, itemResult } from '../item-result.ts';
import { lenientText } from '../lenient-text.ts';

/** One item of a change of users. */
export type UserChange =
  | {
      readonly operation: 'invite';
      readonly email: string;
      readonly firstName: string;
      readonly lastName: string;
    }
  | { readonly operation: 'resend_email_invite' | 'disable' | 'enable' | 'remove'; readonly email: string };

const answerSchema = z.object({
  results: z.array(
    z.object({
      ...itemFields,
      email: lenientText,
      operation: lenientText,
    }),
  ),
});

/** These send an e-mail each time, so a lost answer does not make them be sent again. */
const sendsMail: ReadonlySet<UserChange['operation']> = new Set(['invite', 'resend_email_invite']);

/**
 * `PATCH /users`: all that can be done to users. There is no POST and no DELETE.
 * @returns one result for each change, in their order: the call is answered with 200 even when every item failed
 * @throws RefusedInput when the call is refused as a whole. Whether items before the wrong one have taken effect then
 *   is not documented
 * @throws OutcomeUnknown for a lost answer to changes that send e-mail; others are repeated
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function changeUsers(
  client: AuthorisedPlatformClient,
  changes: NonEmptyArray<UserChange>,
): Promise<readonly ItemResult[]> {
  const repetition = changes.some(({ operation }) => sendsMail.has(operation)) ? 'once' : 'repeatable';
  const call = { method: 'PATCH', path: '/users', json: { users: changes }, repetition } as const;
  const { results } = await client.send(call, answerSchema);
  return changes.map(({ email, operation }) =>
    itemResult(
      results.find(
        (item) =>
          item.email?.toLowerCase() === email.toLowerCase() && (item.operation ?? operation) === operation,
      ),
    ),
  );
}
