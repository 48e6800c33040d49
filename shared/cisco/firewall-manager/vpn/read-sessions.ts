import { z } from 'zod';
import { RetryLater } from '../../../errors/retry-later.ts';
import type { NonEmptyArray } from '../../../non-empty.ts';
import type { Session } from '../../../people/sessions/session-place.ts';
import { isSameUser, type UserName, userNameSchema } from '../../../people/user-name.ts';
import type { Clock } from '../../../time/clock.ts';
import type { Sleep } from '../../../time/sleep.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { readPages } from '../read-pages.ts';
import { followTransaction, type Patience, transactionSchema } from '../transactions.ts';
import { type DeviceUid, deviceUidSchema } from './headends.ts';

/** Largest page of sessions. */
const largestPage = 200;

/** Before the next try, when the firewalls could not be asked, in seconds. */
const secondsUntilAskedAgain = 60;

/** A session on one firewall. */
export interface FirewallSession extends Session {
  readonly deviceUid: DeviceUid;
}

const sessionSchema = z.object({
  /** One without a name is nobody's whom we could ask for. */
  username: userNameSchema.optional().catch(undefined),
  deviceUid: deviceUidSchema,
  status: z.string().optional().catch(undefined),
  loginTime: z.coerce.date().optional().catch(undefined),
});

/**
 * The VPN sessions that these users have on these firewalls: `GET /v1/vpnsessions`. What is listed is as old as the
 * last `POST /v1/vpnsessions/refresh`, so that comes first.
 * @throws RetryLater when the firewalls could not be asked: an old list proves nothing
 */
export async function readFirewallSessions(
  client: FirewallManagerClient,
  { users, headends }: { users: NonEmptyArray<UserName>; headends: NonEmptyArray<DeviceUid> },
  waiting: { clock: Clock; sleep: Sleep; patience?: Patience },
): Promise<FirewallSession[]> {
  await refresh(client, headends, waiting);
  const listed = await readPages(client, 'v1/vpnsessions', sessionSchema, largestPage);
  return listed.flatMap(({ username, deviceUid, status, loginTime }) => {
    const isWanted = users.some((user) => username !== undefined && isSameUser(user, username));
    if (!isWanted || status === 'TERMINATED' || username === undefined) return [];
    return [{ userName: username, deviceUid, startedAt: loginTime }];
  });
}

async function refresh(
  client: FirewallManagerClient,
  headends: NonEmptyArray<DeviceUid>,
  waiting: { clock: Clock; sleep: Sleep; patience?: Patience },
): Promise<void> {
  const call = {
    method: 'POST',
    path: 'v1/vpnsessions/refresh',
    json: { deviceUids: headends },
    repetition: 'repeatable',
    expected: [202],
  } as const;
  const end = await followTransaction(client, await client.send(call, transactionSchema), waiting);
  if (end.result === 'done') return;
  const reason = end.result === 'failed' ? end.reason : 'they are still being asked';
  throw new RetryLater(
    `The firewalls could not be asked for their VPN sessions: ${reason}. Without that it is not known who is connected. If it stays so, look in Firewall Manager whether all VPN headends are reachable.`,
    { retryAfterSeconds: secondsUntilAskedAgain },
  );
}
