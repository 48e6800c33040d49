import type { PresentPerson } from '../../directory.ts';
import type { RoleId } from '../../roles.ts';
import { amountOf } from '../amount-of.ts';
import type { LeaverInPlaces, OffboardingStep } from '../leaver.ts';
import { listed } from '../listed.ts';
import { roleTitle } from '../role-title.ts';
import { takeEach } from './take-each.ts';

/**
 * Withdraws every role. One that comes with a group which is not ours to change is refused, goes when the person goes
 * from that group, and is named.
 */
export const withdrawRoles: OffboardingStep = async (leaver, context) => {
  const { directory, roles } = leaver.places;
  const person = await directory.find(leaver.email);
  if (person.state === 'absent') {
    return { result: 'not-needed', summary: 'the organisation does not list the person' };
  }
  const current = await roles.of(person);
  if (current.length > 0) {
    await context.keep({ roles: current.map((role) => ({ id: role.id, name: roleTitle(role) })) });
  }
  const refused = await takeEach(
    current.map((role) => ({ name: role.id, take: () => roles.withdraw(role, person) })),
  );
  const byGroups = refused.length > 0 ? await rolesByOtherGroups(leaver, person) : new Map<RoleId, string>();

  const titles = new Map((context.takenAway.roles ?? []).map(({ id, name }) => [id, name]));
  const open: string[] = [];
  const left: string[] = [];
  for (const { name: id, reason } of refused) {
    const title = titles.get(id) ?? id;
    const group = [...byGroups].find(([roleId]) => roleId === id)?.[1];
    if (group === undefined) open.push(`still has ${title}: ${reason}`);
    else left.push(`${title} comes with the group ${group}, which is not ours to change`);
    titles.delete(id);
  }
  const gone = [...titles.values()];
  const summary = [
    ...open,
    gone.length > 0
      ? `${amountOf(gone.length, 'role')} withdrawn: ${listed(gone)}`
      : 'no role was left to withdraw',
    ...left,
  ].join('; ');
  if (open.length > 0) return { result: 'open', summary };
  return { result: gone.length > 0 ? 'done' : 'not-needed', summary };
};

/** The roles that the person has by groups that are not ours to change, with one such group each. */
export async function rolesByOtherGroups(
  { places: { groups, roles } }: Pick<LeaverInPlaces, 'places'>,
  person: PresentPerson,
): Promise<ReadonlyMap<RoleId, string>> {
  const byGroups = new Map<RoleId, string>();
  for (const group of await groups.of(person)) {
    if (group.membersManagedBy === 'us') continue;
    for (const { id } of await roles.ofGroup(group)) byGroups.set(id, group.name);
  }
  return byGroups;
}
