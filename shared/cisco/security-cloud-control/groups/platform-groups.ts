import type { ChangeOutcome } from '../../../people/change-outcome.ts';
import type { PresentPerson } from '../../../people/directory.ts';
import type { EditableGroup, Groups } from '../../../people/groups.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { itemResult } from '../item-result.ts';
import { settledChange } from '../settled-change.ts';
import { peopleOf, usersAnswerSchema } from '../users/user.ts';
import { changeMembers } from './change-members.ts';
import { groupsOfUser } from './groups-of-user.ts';
import { listGroups } from './list-groups.ts';

/** The admin groups of a Security Cloud Control organisation. A change that succeeds is one request. */
export function platformGroups(client: AuthorisedPlatformClient): Groups {
  return {
    available: () => listGroups(client),
    of: ({ id }) => groupsOfUser(client, id),
    async members({ id }) {
      const path = `/adminGroups/${encodeURIComponent(id)}/users` as const;
      const answer = await client.send({ method: 'GET', path, repetition: 'repeatable' }, usersAnswerSchema);
      return peopleOf(answer.users);
    },
    add: (group, person) => changed('add', group, person),
    remove: (group, person) => changed('remove', group, person),
  };

  function changed(
    operation: 'add' | 'remove',
    group: EditableGroup,
    { listedAs: email, id: userId }: PresentPerson,
  ): Promise<ChangeOutcome> {
    return settledChange(
      async () => (await changeMembers(client, group.id, [{ operation, email }]))[0] ?? itemResult(undefined),
      async () => {
        const groups = await groupsOfUser(client, userId);
        return groups.some(({ id }) => id === group.id) === (operation === 'add');
      },
    );
  }
}
