import { expect, it } from 'vitest';
import { changeUsers } from '#shared/cisco/security-cloud-control/users/change-users.ts';
import { seededPeople } from '../../../../simulators/security-cloud-control/people/seed-people.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

it('several users are changed by one request, with a result for each in the order of the changes', async () => {
  const { client, calls } = await startSimulatedPlatform();

  const results = await changeUsers(client, [
    { operation: 'disable', email: 'nobody@acme.example' },
    { operation: 'disable', email: 'BOB.MOSS@acme.example' },
    { operation: 'enable', email: seededPeople.disabled.email },
    { operation: 'enable', email: seededPeople.administrator.email },
  ]);

  expect(results).toEqual([
    { result: 'refused', reason: 'Failed to disable user: User not found in organization' },
    { result: 'changed' },
    { result: 'changed' },
    { result: 'refused', reason: 'User is not disabled' },
  ]);
  expect(calls()).toEqual(['PATCH /users']);
});

it('what becomes of one person in two steps is told for each step', async () => {
  const { client } = await startSimulatedPlatform();
  const email = seededPeople.disabled.email;

  const results = await changeUsers(client, [
    { operation: 'disable', email },
    { operation: 'enable', email },
  ]);

  expect(results).toEqual([{ result: 'refused', reason: 'User is already disabled' }, { result: 'changed' }]);
});
