import { type EditableGroup, groupIdSchema } from '../../groups.ts';
import { notListed, type UndoStep } from '../former-leaver.ts';
import { giveBackEach } from './give-back-each.ts';

/** Adds the person to the groups again that they were removed from. */
export const giveBackGroups: UndoStep = async ({ request, places: { directory, groups }, taken }) => {
  if (!taken.groups?.length) return { result: 'not-needed', summary: 'no group was taken away' };
  const person = await directory.find(request.email);
  if (person.state === 'absent') return notListed;
  const current = new Set((await groups.of(person)).map(({ id }) => id));
  return giveBackEach(
    taken.groups.map(({ id, name }) => {
      // Only groups that are ours to change were put down.
      const group: EditableGroup = { id: groupIdSchema.parse(id), name, membersManagedBy: 'us' };
      return { name, isThere: current.has(group.id), give: () => groups.add(group, person) };
    }),
  );
};
