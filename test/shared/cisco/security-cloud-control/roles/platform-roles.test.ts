import { describe, expect, it } from 'vitest';
import { type Role, roleIdSchema } from '#shared/people/roles.ts';
import {
  seededGroups,
  seededPeople,
  seededRoles,
} from '../../../../simulators/security-cloud-control/people/seed-people.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

const { member, administrator } = seededPeople;
const roleOf = (seeded: (typeof seededRoles)[keyof typeof seededRoles]): Role => ({
  id: roleIdSchema.parse(seeded.id),
  displayName: seeded.displayName,
  products: seeded.products.map(({ name }) => name),
});
const organisationMember = roleOf(seededRoles.organisationMember);
const readOnly = roleOf(seededRoles.secureAccessReadOnly);
const byGroup = roleOf(seededRoles.blocker);
const change = ({ id }: Role) => `PATCH /roles/${id}`;
const readBack = expect.stringMatching(/^GET \/roles\?userId=00u\w{17}$/);

describe('the roles of the organisation', () => {
  it('come with their products, since display names repeat', async () => {
    const { roles, calls } = await startSimulatedPlatform();
    const available = await roles.available();
    expect(available).toEqual(Object.values(seededRoles).map(roleOf));
    expect(available.filter(({ displayName }) => displayName === 'Read-only')).toHaveLength(2);
    expect(calls()).toEqual(['GET /roles']);
  });
});

describe('a person', () => {
  it.each([
    ['own', ['Organization Member', 'Read-only']],
    ['own-and-of-groups', ['Organization Member', 'Read-only', 'Blocks and reads']],
  ] as const)('has the roles that the platform lists: %s', async (rolesOfUser, names) => {
    const { roles, listed, control } = await startSimulatedPlatform();
    control.changeSettings({ rolesOfUser });
    const held = await roles.of(await listed(member.email));
    expect(held.map(({ displayName }) => displayName)).toEqual(names);
  });

  it.each([
    { userInRoleChange: 'email', firstChange: [change(readOnly)] },
    { userInRoleChange: 'id', firstChange: [change(readOnly), readBack, change(readOnly)] },
    { userInRoleChange: 'id-or-400', firstChange: [change(readOnly), readBack, change(readOnly)] },
  ] as const)(
    'is given and loses a role; what names them ($userInRoleChange) is found out once',
    async ({ userInRoleChange, firstChange }) => {
      const { roles, listed, calls, control } = await startSimulatedPlatform();
      control.changeSettings({ userInRoleChange });
      const person = await listed(administrator.email);
      calls();

      expect(await roles.assign(readOnly, person)).toEqual({ result: 'changed' });
      expect(calls()).toEqual(firstChange);

      expect(await roles.withdraw(readOnly, person)).toEqual({ result: 'changed' });
      expect(await roles.assign(organisationMember, person)).toEqual({ result: 'changed' });
      expect(calls()).toEqual([change(readOnly), change(organisationMember)]);
    },
  );

  it.each([
    ['assign', organisationMember, 'email'],
    ['withdraw', roleOf(seededRoles.firewallReadOnly), 'email'],
    ['assign', organisationMember, 'id'],
    ['withdraw', roleOf(seededRoles.firewallReadOnly), 'id-or-400'],
  ] as const)(
    'for whom there is nothing to %s is as wished already',
    async (operation, role, userInRoleChange) => {
      const { roles, listed, calls, control } = await startSimulatedPlatform();
      control.changeSettings({ userInRoleChange });
      const person = await listed(member.email);
      calls();
      expect(await roles[operation](role, person)).toEqual({ result: 'already' });
      expect(calls()).toEqual([change(role), readBack]);
    },
  );

  it('whose withdrawal fails under HTTP 200 keeps the role, and both reasons are told once', async () => {
    const { roles, listed, control } = await startSimulatedPlatform();
    const person = await listed(member.email);
    control.addFault({ match: { method: 'PATCH' }, times: 2, effect: { kind: 'fail-items' } });
    expect(await roles.withdraw(readOnly, person)).toEqual({ result: 'refused', reason: 'Internal error' });
    expect(await roles.of(person)).toContainEqual(readOnly);
  });

  it('keeps a role that comes with a group until they leave that', async () => {
    const { roles, groups, listed, control } = await startSimulatedPlatform();
    control.changeSettings({ rolesOfUser: 'own-and-of-groups' });
    const person = await listed(member.email);
    expect(await roles.withdraw(byGroup, person)).toMatchObject({
      result: 'refused',
      reason: expect.stringContaining('User not assigned to this role'),
    });

    const [analysts] = await groups.of(person);
    expect(analysts?.name).toBe(seededGroups.analysts.name);
    if (analysts?.membersManagedBy === 'us') await groups.remove(analysts, person);

    expect(await roles.of(person)).not.toContainEqual(byGroup);
  });
});
