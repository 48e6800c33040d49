import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { firewallManagerUsers } from '#shared/cisco/firewall-manager/users.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { seededUsers } from '../../../simulators/firewall-manager/seed.ts';
import { type SimulatedPeople, startSimulatedPeople } from './simulated-people.ts';

const ada = emailAddressSchema.parse('ada@acme.example');
const bob = emailAddressSchema.parse('bob@acme.example');
const role = 'ROLE_READ_ONLY';

let people: SimulatedPeople;

beforeEach(async () => {
  people = await startSimulatedPeople();
});

const users = () => firewallManagerUsers(people.client);

describe('a person in Firewall Manager', () => {
  it('is found by address with the roles, in one request', async () => {
    expect(await users().find(ada)).toEqual({
      id: seededUsers.person.uid,
      email: ada,
      roles: ['ROLE_SUPER_ADMIN'],
    });
    expect(people.calls()).toEqual(['GET /v1/users?limit=50&offset=0']);
  });

  it('is found behind many others, whatever the case of the address', async () => {
    for (let number = 0; number < 120; number++) {
      people.control.putUser({
        uid: randomUUID(),
        name: `user-${number}@acme.example`,
        role,
        apiOnlyUser: false,
      });
    }
    people.control.putUser({ uid: randomUUID(), name: 'Bob@Acme.example', role, apiOnlyUser: false });
    expect(await users().find(bob)).toMatchObject({ email: bob, roles: [role] });
    expect(people.calls()).toHaveLength(3);
  });

  it('is not there, and an API-only user or a longer address is somebody else', async () => {
    people.control.putUser({ uid: randomUUID(), name: 'bob@acme.example', role, apiOnlyUser: true });
    people.control.putUser({ uid: randomUUID(), name: 'bob@acme.example.org', role, apiOnlyUser: false });
    expect(await users().find(bob)).toBeUndefined();
  });

  it('who is there twice is a matter for a person', async () => {
    people.control.putUser({ uid: randomUUID(), name: ada, role, apiOnlyUser: false });
    await expect(users().find(ada)).rejects.toThrow('more than one user with the address ada@acme.example');
  });

  it('is made with role and name, is found then, and is deleted; deleting again is a success', async () => {
    const made = await users().create({ email: bob, role, name: { given: 'Bob', family: 'Byron' } });
    expect(await users().find(bob)).toEqual(made);
    expect(people.control.state().users).toContainEqual(
      expect.objectContaining({ name: bob, role, firstName: 'Bob', lastName: 'Byron', apiOnlyUser: false }),
    );

    await users().delete(made);
    await users().delete(made);
    expect(await users().find(bob)).toBeUndefined();
    expect(await users().find(ada)).toBeDefined();
  });

  it('is made without a name where none is known', async () => {
    expect(await users().create({ email: bob, role })).toMatchObject({ email: bob, roles: [role] });
  });

  it('is not made a second time when the answer was lost', async () => {
    people.control.addFault({ match: { method: 'POST' }, effect: { kind: 'process-then-drop' } });
    await expect(users().create({ email: bob, role })).rejects.toThrow(OutcomeUnknown);
    expect(people.calls()).toHaveLength(1);
    expect(await users().find(bob)).toBeDefined();
  });

  it('is never said to be gone by an answer that cannot be understood', async () => {
    people.control.addFault({ match: {}, effect: { kind: 'respond', status: 200, body: { users: [] } } });
    await expect(users().find(bob)).rejects.toThrow(GiveUp);
  });

  it.each(['', '..'])('is deleted by an id, and "%s" is none', async (id) => {
    await expect(users().delete({ id, email: ada, roles: [] })).rejects.toThrow(RefusedInput);
    expect(people.calls()).toEqual([]);
  });
});
