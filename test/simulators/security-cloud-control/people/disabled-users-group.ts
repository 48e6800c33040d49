import type { Group } from './groups.ts';
import type { People } from './people.ts';
import { isDisabled } from './users.ts';

/** The id of the group in which the platform keeps the users whom the organisation has disabled. */
export const disabledUsersGroupId = 'e980e881-b61f-41f0-a9b4-06fbd2118f00';

/** Every group that shows, that of the disabled users among them where it does. */
export function shownGroups({ groups, users, settings }: People): readonly Group[] {
  if (settings.disabledUsersGroup === 'hidden') return groups.all();
  const disabled = users.all().filter(isDisabled);
  const disabledUsersGroup: Group = {
    id: disabledUsersGroupId,
    name: 'Disabled users',
    type: 'System',
    userIds: new Set(disabled.map(({ id }) => id)),
  };
  return [...groups.all(), disabledUsersGroup];
}
