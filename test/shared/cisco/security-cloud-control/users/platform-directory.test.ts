import { describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { AbsentPerson, DisabledPerson, InvitedPerson, Person } from '#shared/people/directory.ts';
import { seededPeople } from '../../../../simulators/security-cloud-control/people/seed-people.ts';
import { type SimulatedPlatform, startSimulatedPlatform } from '../simulated-platform.ts';

const { administrator, member, invited, disabled } = seededPeople;
const newcomer = 'eve@acme.example';
const name = { firstName: 'Eve', lastName: 'Stone' };
const users = '/v1/organizations/{orgId}/users';

/** The person, who has to be in that state. */
async function inState<S extends Person['state']>(
  { find }: SimulatedPlatform,
  email: string,
  state: S,
): Promise<Extract<Person, { state: S }>> {
  const person = await find(email);
  if (person.state !== state) throw new Error(`${email} is ${person.state}, not ${state}`);
  // The state is what tells the members of the union apart.
  return person as Extract<Person, { state: S }>;
}

const absent = (platform: SimulatedPlatform): Promise<AbsentPerson> => inState(platform, newcomer, 'absent');

describe('finding somebody', () => {
  it.each([
    [administrator.email, 'active'],
    [invited.email, 'invited'],
    [disabled.email, 'disabled'],
  ] as const)('who is listed, %s, takes one request and tells that they are %s', async (email, state) => {
    const { find, calls } = await startSimulatedPlatform();
    expect(await find(email)).toMatchObject({ state, email, since: new Date('2026-01-01T08:00:00Z') });
    expect(calls()).toEqual(['GET /users']);
  });

  it('takes letters of either case for the same, and keeps the spelling of the list', async () => {
    const { find } = await startSimulatedPlatform();
    expect(await find('BOB.moss@ACME.example')).toMatchObject({
      email: 'bob.moss@acme.example',
      listedAs: 'Bob.Moss@acme.example',
    });
  });

  it('who is not there looks only for kinds of user that the first list shows none of', async () => {
    const { find, calls } = await startSimulatedPlatform();
    expect(await find(newcomer)).toEqual({ state: 'absent', email: newcomer });
    expect(calls()).toEqual(['GET /users', 'GET /users?status=SHARED']);
  });

  it.each([
    [disabled.email, 'disabled', ['GET /users', 'GET /users?status=DISABLED']],
    [invited.email, 'invited', ['GET /users', 'GET /users?status=DISABLED', 'GET /users?status=PENDING']],
    [
      newcomer,
      'absent',
      ['GET /users', 'GET /users?status=DISABLED', 'GET /users?status=PENDING', 'GET /users?status=SHARED'],
    ],
  ] as const)(
    'where a list without a filter leaves out all but the active: %s is %s',
    async (email, state, requests) => {
      const { find, calls, control } = await startSimulatedPlatform();
      control.changeSettings({ usersWithoutFilter: 'active-only' });
      expect((await find(email)).state).toBe(state);
      expect(calls()).toEqual(requests);
    },
  );

  it.each(['LOCKED_OUT', 'PASSWORD_EXPIRED', 'RECOVERY'] as const)(
    'who can help themselves counts as active: %s',
    async (status) => {
      const { find, control } = await startSimulatedPlatform();
      control.people.putUser({ ...member, status });
      expect((await find(member.email)).state).toBe('active');
    },
  );
});

describe('all people', () => {
  it.each([
    ['everybody', 2],
    ['active-only', 4],
  ] as const)(
    'are the same whomever a list without a filter shows: %s',
    async (usersWithoutFilter, requests) => {
      const { directory, calls, control } = await startSimulatedPlatform();
      control.changeSettings({ usersWithoutFilter });

      const people = await directory.people();

      const states = people.map(({ email, state }) => [email, state]).sort();
      expect(states).toEqual([
        ['ada@acme.example', 'active'],
        ['bob.moss@acme.example', 'active'],
        ['cy@acme.example', 'invited'],
        ['dee@acme.example', 'disabled'],
      ]);
      expect(calls()).toHaveLength(requests);
    },
  );
});

describe('an invitation', () => {
  it('of somebody who is absent is one request, after which they are invited until they accept', async () => {
    const platform = await startSimulatedPlatform();
    const person = await absent(platform);
    platform.calls();

    expect(await platform.directory.invite(person, name)).toEqual({ result: 'changed' });

    expect(platform.calls()).toEqual(['PATCH /users']);
    expect((await platform.find(newcomer)).state).toBe('invited');
    platform.control.people.acceptInvitation(newcomer);
    expect((await platform.find(newcomer)).state).toBe('active');
  });

  it.each(['fails', 'conflicts'] as const)(
    'of somebody whom another has invited meanwhile is done already, where it %s',
    async (inviteOfMember) => {
      const platform = await startSimulatedPlatform();
      platform.control.changeSettings({ inviteOfMember });
      const person = await absent(platform);
      platform.control.people.putUser({ email: newcomer, ...name, status: 'PROVISIONED' });

      expect(await platform.directory.invite(person, name)).toEqual({ result: 'already' });
    },
  );

  it('whose answer was lost is not repeated, since it sends an e-mail, and is found to be made', async () => {
    const platform = await startSimulatedPlatform();
    const person = await absent(platform);
    platform.control.addFault({ match: { method: 'PATCH' }, effect: { kind: 'process-then-drop' } });
    platform.calls();

    expect(await platform.directory.invite(person, name)).toEqual({ result: 'already' });

    expect(platform.calls()).toEqual(['PATCH /users', 'GET /users']);
    expect(platform.control.state().users).toMatchObject([
      {},
      {},
      {},
      {},
      { email: newcomer, invitationsSent: 1 },
    ]);
  });

  it('that was lost on its way is of unknown outcome: look again', async () => {
    const platform = await startSimulatedPlatform();
    const person = await absent(platform);
    platform.control.addFault({ match: { method: 'PATCH' }, effect: { kind: 'drop' } });
    await expect(platform.directory.invite(person, name)).rejects.toThrow(OutcomeUnknown);
    expect((await platform.find(newcomer)).state).toBe('absent');
  });

  it('that fails under HTTP 200 is refused with the platform’s reason', async () => {
    const platform = await startSimulatedPlatform();
    const person = await absent(platform);
    platform.control.addFault({
      match: { template: users },
      effect: { kind: 'fail-items', errorDescription: 'Domain is not allowed' },
    });
    expect(await platform.directory.invite(person, name)).toEqual({
      result: 'refused',
      reason: 'Domain is not allowed',
    });
  });

  it('is sent once more to somebody who has not accepted', async () => {
    const platform = await startSimulatedPlatform();
    const person = await inState(platform, invited.email, 'invited');
    expect(await platform.directory.inviteAgain(person)).toEqual({ result: 'changed' });
    expect(platform.control.state().users).toContainEqual(
      expect.objectContaining({ email: invited.email, invitationsSent: 2 }),
    );
  });

  it('is not needed once more by somebody who has accepted meanwhile', async () => {
    const platform = await startSimulatedPlatform();
    const person: InvitedPerson = await inState(platform, invited.email, 'invited');
    platform.control.people.acceptInvitation(invited.email);
    expect(await platform.directory.inviteAgain(person)).toEqual({ result: 'already' });
  });

  it('whose repetition got no answer is not sent a third time', async () => {
    const platform = await startSimulatedPlatform();
    const person = await inState(platform, invited.email, 'invited');
    platform.control.addFault({ match: { method: 'PATCH' }, effect: { kind: 'process-then-drop' } });
    await expect(platform.directory.inviteAgain(person)).rejects.toThrow(OutcomeUnknown);
    expect(platform.control.state().users).toContainEqual(
      expect.objectContaining({ email: invited.email, invitationsSent: 2 }),
    );
  });
});

describe('disabling', () => {
  it.each(['ENTERPRISE_DISABLED', 'DISABLED'] as const)(
    'is one request and ends sign-in; enabling undoes it (%s)',
    async (disabledUserStatus) => {
      const platform = await startSimulatedPlatform();
      platform.control.changeSettings({ disabledUserStatus });
      const person = await inState(platform, member.email, 'active');
      platform.calls();

      expect(await platform.directory.disable(person)).toEqual({ result: 'changed' });
      expect(platform.calls()).toEqual(['PATCH /users']);
      const now: DisabledPerson = await inState(platform, member.email, 'disabled');

      expect(await platform.directory.enable(now)).toEqual({ result: 'changed' });
      await inState(platform, member.email, 'active');
    },
  );

  it('somebody whom another has disabled meanwhile is done already', async () => {
    const platform = await startSimulatedPlatform();
    const person = await inState(platform, member.email, 'active');
    await platform.directory.disable(person);
    expect(await platform.directory.disable(person)).toEqual({ result: 'already' });
  });

  it('is repeated when an answer is lost, and done already when the first try was heard', async () => {
    const platform = await startSimulatedPlatform();
    const person = await inState(platform, member.email, 'active');
    platform.control.addFault({ match: { method: 'PATCH' }, effect: { kind: 'process-then-drop' } });
    platform.calls();

    expect(await platform.directory.disable(person)).toEqual({ result: 'already' });
    expect(platform.calls()).toEqual(['PATCH /users', 'PATCH /users', 'GET /users']);
  });

  it('that fails under HTTP 200 is no success, and a second try may be one', async () => {
    const platform = await startSimulatedPlatform();
    const person = await inState(platform, member.email, 'active');
    platform.control.addFault({
      match: { method: 'PATCH' },
      effect: { kind: 'fail-items', users: [member.email], errorDescription: 'Bearer abc.def is odd' },
    });
    expect(await platform.directory.disable(person)).toEqual({
      result: 'refused',
      reason: 'Bearer [redacted] is odd',
    });
    expect(await platform.directory.disable(person)).toEqual({ result: 'changed' });
  });

  it.each([
    ['names nobody', { results: [] }],
    ['names another', { results: [{ email: 'x@y.example', status: 'success' }] }],
    ['knows another word', { results: [{ email: member.email, status: 'accepted' }] }],
    ['says nothing', { results: [{ email: member.email }] }],
  ])('is believed only if it is said: the answer %s', async (_case, body) => {
    const platform = await startSimulatedPlatform();
    const person = await inState(platform, member.email, 'active');
    platform.control.addFault({
      match: { method: 'PATCH' },
      effect: { kind: 'respond', status: 200, body },
    });
    expect(await platform.directory.disable(person)).toMatchObject({ result: 'refused' });
  });

  it('is left for later when the platform fails for long', async () => {
    const platform = await startSimulatedPlatform();
    const person = await inState(platform, member.email, 'active');
    platform.control.addFault({
      match: { method: 'PATCH' },
      times: 9,
      effect: { kind: 'respond', status: 503 },
    });
    await expect(platform.directory.disable(person)).rejects.toThrow(RetryLater);
    expect(platform.calls()).toEqual(['GET /users', ...Array(6).fill('PATCH /users')]);
  });
});

describe('removing', () => {
  it('takes somebody out of the organisation, whatever their state', async () => {
    const platform = await startSimulatedPlatform();
    for (const { email } of [member, invited, disabled]) {
      expect(await platform.directory.remove(await platform.listed(email))).toEqual({ result: 'changed' });
      expect((await platform.find(email)).state).toBe('absent');
    }
  });

  it('somebody who has gone meanwhile is done already', async () => {
    const platform = await startSimulatedPlatform();
    const person = await platform.listed(member.email);
    await platform.directory.remove(person);
    expect(await platform.directory.remove(person)).toEqual({ result: 'already' });
  });
});
