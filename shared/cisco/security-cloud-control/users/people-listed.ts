import type { PresentPerson } from '../../../people/directory.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { listUsers, type UserFilter } from './list-users.ts';
import { peopleOf, type User } from './user.ts';
import { userState } from './user-state.ts';

/** Who would show in the list without a filter if it held that kind of user. */
const shownBy: Readonly<Record<UserFilter, (user: User) => boolean>> = {
  PENDING: ({ status }) => userState(status) === 'invited',
  DISABLED: ({ status }) => userState(status) === 'disabled',
  SHARED: ({ type }) => type === 'Shared',
};

/** The kinds of user that a list without a filter shows none of: there are none, or it leaves them out. */
export function filtersInDoubt(users: readonly User[]): UserFilter[] {
  const filters: readonly UserFilter[] = ['DISABLED', 'PENDING', 'SHARED'];
  return filters.filter((filter) => !users.some(shownBy[filter]));
}

/**
 * The people whom the list without a filter shows, and then those of each kind that it shows none of. A caller who
 * looks for one person stops when they are found, after one request as a rule.
 */
export async function* peopleListed(client: AuthorisedPlatformClient): AsyncGenerator<PresentPerson[]> {
  const users = await listUsers(client);
  yield peopleOf(users);
  for (const filter of filtersInDoubt(users)) yield peopleOf(await listUsers(client, filter));
}
