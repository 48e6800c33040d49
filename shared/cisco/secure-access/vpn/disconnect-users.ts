import { z } from 'zod';
import { RefusedInput } from '../../../errors/refused-input.ts';
import type { NonEmptyArray } from '../../../non-empty.ts';
import type { NotRemoved } from '../../../people/remove-until-none-left.ts';
import { type UserName, userNameSchema } from '../../../people/user-name.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { readVendorError } from '../error-body.ts';
import { unexpectedAnswer } from '../unexpected-answer.ts';
import { vpnConnectionsPath } from './vpn-connections.ts';

/** Most users in one disconnect. */
export const mostUsersPerDisconnect = 500;

/**
 * The whole of what is ever sent. Cisco's description demands `action` alone, and does not say what happens without a
 * target: it has to be taken for "disconnect everybody". Sessions, regions and profiles are left out on purpose, since
 * what one of them means by itself is not documented either.
 */
const disconnectBodySchema = z.strictObject({
  action: z.literal('disconnect'),
  usernames: z.array(userNameSchema).min(1).max(mostUsersPerDisconnect),
});

/** Who was not disconnected. Each member may be missing; `statusCode` is text, and says no more than this. */
const outcomeSchema = z.object({
  failed: z
    .object({ usernames: z.array(z.string()).default([]) })
    .optional()
    .catch(undefined),
});

/**
 * Disconnects every VPN connection of these users: `PUT /admin/v2/vpn/userConnections`. It keeps nobody from
 * connecting again. Repeating it does no harm.
 * @returns the users that Cisco says are still connected, under HTTP 207 or under 200. List the connections either way:
 *   that is what Cisco advises, and what alone proves the end.
 * @throws RefusedInput before anything is sent, if there is no user or one without a name, whatever the types said
 * @throws GiveUp when the answer is a refusal
 * @see https://developer.cisco.com/docs/cloud-security/disconnect-vpn-users
 */
export async function disconnectUsers(
  client: AuthorisedClient,
  users: NonEmptyArray<UserName>,
): Promise<readonly NotRemoved[]> {
  const answer = await client.send({
    method: 'PUT',
    path: vpnConnectionsPath,
    json: disconnectBody(users),
    scope: 'admin.vpn:write',
    repetition: 'repeatable',
  });
  // What 404 means is not documented; users who have just gone by themselves are no failure.
  if (answer.status === 404) return [];
  const outcome = outcomeSchema.safeParse(answer.body);
  const isOutcome = answer.status === 200 || answer.status === 207;
  if (!isOutcome || !outcome.success) throw unexpectedAnswer('to disconnect VPN users', answer);
  const reason = readVendorError(answer.body).text;
  return (outcome.data.failed?.usernames ?? []).map((what) => ({ what, reason }));
}

/** The body of a disconnect, which always has a target. */
export function disconnectBody(users: NonEmptyArray<UserName>): z.infer<typeof disconnectBodySchema> {
  const body = disconnectBodySchema.safeParse({ action: 'disconnect', usernames: [...users] });
  if (body.success) return body.data;
  throw new RefusedInput(
    `A disconnect must name 1 to ${mostUsersPerDisconnect} users, each by a name: ${z.prettifyError(body.error)}. Nothing was sent, since a disconnect without users may disconnect everybody.`,
  );
}
