import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { type User, usersAnswerSchema } from './user.ts';

/** What a list can be narrowed to. `DISABLED` and `PENDING` each stand for several of a user's statuses. */
export type UserFilter = 'PENDING' | 'DISABLED' | 'SHARED';

/**
 * `GET /users`: the users of the organisation. No pages are documented, so one answer holds all.
 * @param filter left out: whom the platform lists then is not documented
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function listUsers(client: AuthorisedPlatformClient, filter?: UserFilter): Promise<User[]> {
  const path = filter === undefined ? '/users' : (`/users?status=${filter}` as const);
  const { users } = await client.send({ method: 'GET', path, repetition: 'repeatable' }, usersAnswerSchema);
  return users;
}
