import { expect, it } from 'vitest';
import { listGroups } from '#shared/cisco/security-cloud-control/groups/list-groups.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

/** A platform with that many groups in all, and what the list of them comes to. */
async function listOf(count: number, listCursor: 'page-number' | 'ignored' | 'refused') {
  const { client, control, calls } = await startSimulatedPlatform();
  control.changeSettings({ listCursor, disabledUsersGroup: 'hidden' });
  const seeded = control.state().groups.length;
  for (let number = 0; number < count - seeded; number++) {
    const id = `e980e881-b61f-41f0-a9b4-${number.toString(16).padStart(12, '0')}`;
    control.people.putGroup({ id, name: `Group ${number}` });
  }
  const { groups, isComplete } = await listGroups(client);
  return { listed: groups.length, isComplete, pages: calls().map((call) => call.split('?')[1]) };
}

const first = 'max=500';
const second = 'max=500&cursor=2';
const third = 'max=500&cursor=3';

it.each([
  { count: 499, listCursor: 'page-number', listed: 499, isComplete: true, pages: [first] },
  { count: 500, listCursor: 'page-number', listed: 500, isComplete: true, pages: [first, second] },
  {
    count: 1_001,
    listCursor: 'page-number',
    listed: 1_001,
    isComplete: true,
    pages: [first, second, third],
  },
  { count: 501, listCursor: 'ignored', listed: 500, isComplete: false, pages: [first, second] },
  { count: 501, listCursor: 'refused', listed: 500, isComplete: false, pages: [first, second] },
  { count: 499, listCursor: 'refused', listed: 499, isComplete: true, pages: [first] },
] as const)(
  'of $count groups $listed are listed where the cursor is $listCursor, and it is known whether they are all',
  async ({ count, listCursor, ...expected }) => {
    expect(await listOf(count, listCursor)).toEqual(expected);
  },
);
