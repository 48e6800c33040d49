import { expect, it } from 'vitest';
import { groupNamed } from '#shared/people/group-named.ts';
import { roleNamed } from '#shared/people/role-named.ts';
import { seededPeople } from '../../../simulators/security-cloud-control/people/seed-people.ts';
import { startSimulatedPlatform } from './simulated-platform.ts';

it('a joiner is invited with group and role, by 8 requests', async () => {
  const { directory, groups, roles, find, listed, calls, control } = await startSimulatedPlatform();
  const email = 'eve@acme.example';

  const newcomer = await find(email);
  if (newcomer.state === 'absent') await directory.invite(newcomer, { firstName: 'Eve', lastName: 'Stone' });
  const person = await listed(email);
  await groups.add(groupNamed(await groups.available(), 'SOC analysts'), person);
  const role = roleNamed(await roles.available(), { product: 'Firewall', displayName: 'Read-only' });
  await roles.assign(role, person);

  expect(control.state().users).toContainEqual({
    id: person.id,
    email,
    type: 'Local',
    status: 'PROVISIONED',
    invitationsSent: 1,
    groups: ['SOC analysts'],
    roles: ['Read-only (Firewall)'],
  });
  // Absence takes two of them, since nobody is listed as shared.
  expect(calls()).toHaveLength(8);
});

it('a leaver is disabled, loses groups and roles and is removed, by 9 requests; nothing comes back when invited anew', async () => {
  const { directory, groups, roles, find, listed, calls, control } = await startSimulatedPlatform();
  const { email, ...name } = seededPeople.member;

  const person = await listed(email);
  if (person.state === 'active') await directory.disable(person);
  for (const group of await groups.of(person)) {
    if (group.membersManagedBy === 'us') await groups.remove(group, person);
  }
  for (const role of await roles.of(person)) await roles.withdraw(role, person);
  const now = await listed(email);
  expect(now.state).toBe('disabled');
  await directory.remove(now);

  expect(calls()).toHaveLength(9);
  const gone = await find(email);
  if (gone.state === 'absent') await directory.invite(gone, name);
  expect(control.state().users.find((user) => user.email === gone.email)).toMatchObject({
    status: 'PROVISIONED',
    // Only what the identity provider says.
    groups: ['Everybody at Acme'],
    roles: [],
  });
});

it('whoever is removed with their rights has them again when invited anew', async () => {
  const { directory, find, listed, control } = await startSimulatedPlatform();
  const { email, ...name } = seededPeople.member;

  await directory.remove(await listed(email));
  const gone = await find(email);
  if (gone.state === 'absent') await directory.invite(gone, name);

  expect(control.state().users.find((user) => user.email === gone.email)?.groups).toContain('SOC analysts');
});
