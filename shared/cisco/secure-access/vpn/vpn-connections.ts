import { z } from 'zod';
import type { NonEmptyArray } from '../../../non-empty.ts';
import type { Session } from '../../../people/sessions/session-place.ts';
import { isSameUser, type UserName, userNameSchema } from '../../../people/user-name.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { parseLenientDate } from '../lenient-date.ts';
import { unexpectedAnswer } from '../unexpected-answer.ts';

/** Where VPN connections are listed and ended; one page of Cisco's writes it without `vpn/`, everything else so. */
export const vpnConnectionsPath = '/admin/v2/vpn/userConnections';

/** Largest page that the list gives. */
const largestPage = 1_000;

const words = z.string().optional().catch(undefined);

/** Every member may be missing. A connection without a name that could be sent back is nobody's. */
const connectionSchema = z.object({
  username: userNameSchema.optional().catch(undefined),
  deviceName: words,
  loginTime: words.transform(parseLenientDate),
});

const pageSchema = z.object({ total: z.int().nonnegative().optional(), data: z.array(connectionSchema) });

/**
 * The VPN connections that these users have now: `GET /admin/v2/vpn/userConnections`, all pages. It is a snapshot
 * without history. The names are compared here once more: what follows ends the connections that are listed.
 * @param users at most as many as fit into an address, a hundred
 * @throws GiveUp when the answer cannot be understood: then nobody's connections may be called ended
 * @see https://developer.cisco.com/docs/cloud-security/list-vpn-connections
 */
export async function readVpnConnections(
  client: AuthorisedClient,
  users: NonEmptyArray<UserName>,
): Promise<Session[]> {
  const found: Session[] = [];
  for (let offset = 0; ; ) {
    const { data, total = Number.POSITIVE_INFINITY } = await readPage(client, users, offset);
    for (const { username, deviceName, loginTime } of data) {
      if (username === undefined || !users.some((user) => isSameUser(user, username))) continue;
      found.push({ userName: username, device: deviceName, startedAt: loginTime });
    }
    offset += data.length;
    if (data.length === 0 || offset >= total) return found;
  }
}

async function readPage(client: AuthorisedClient, users: NonEmptyArray<UserName>, offset: number) {
  // The commas between the names are part of the syntax and stay as they are.
  const usernames = users.map(encodeURIComponent).join(',');
  const answer = await client.send({
    method: 'GET',
    path: `${vpnConnectionsPath}?offset=${offset}&limit=${largestPage}&usernames=${usernames}`,
    scope: 'admin.vpn:read',
    repetition: 'repeatable',
  });
  const page = pageSchema.safeParse(answer.body);
  if (answer.status === 200 && page.success) return page.data;
  throw unexpectedAnswer('to list the VPN connections of users', answer);
}
