import { expect, it } from 'vitest';
import { platformDirectory } from '#shared/cisco/security-cloud-control/users/platform-directory.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

const listed = { id: '00u2k67hy1xf3mRxG0h8', email: 'bob@acme.example', status: 'ACTIVE' };

async function peopleWhen(users: readonly unknown[]) {
  const { client, control } = await startSimulatedPlatform();
  control.addFault({
    match: { method: 'GET' },
    times: 9,
    effect: { kind: 'respond', status: 200, body: { users } },
  });
  return platformDirectory(client).people();
}

it.each([
  ['no e-mail address', { id: '00u2k67hy1xf3mRxG0h9' }],
  ['a name in its place', { id: '00u2k67hy1xf3mRxG0h9', email: 'service-account' }],
])('an entry with %s is nobody who can be named, and does not hide the others', async (_case, user) => {
  expect(await peopleWhen([user, listed])).toEqual([
    { state: 'active', email: 'bob@acme.example', listedAs: 'bob@acme.example', id: listed.id },
  ]);
});

it.each([null, 7, 'yesterday'])('a date that is none (%s) is left out', async (statusChanged) => {
  const [person] = await peopleWhen([{ ...listed, statusChanged, created: statusChanged }]);
  expect(person).toEqual({ state: 'active', email: listed.email, listedAs: listed.email, id: listed.id });
});

it('somebody who is listed twice is one person, and active while one entry is', async () => {
  const people = await peopleWhen([
    { ...listed, id: '00u2k67hy1xf3mRxG0h7', status: 'ENTERPRISE_DISABLED' },
    { ...listed, email: 'Bob@acme.example', type: 'Shared' },
  ]);
  expect(people).toMatchObject([{ state: 'active', listedAs: 'Bob@acme.example' }]);
});

it('a list with somebody who has no id is not as documented: nobody may be called absent by it', async () => {
  await expect(peopleWhen([{ email: 'bob@acme.example' }])).rejects.toThrow(GiveUp);
});
