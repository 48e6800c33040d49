import { expect, it } from 'vitest';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';
import { PlannerBench } from './planner-bench.ts';

const now = '2026-11-28T17:00:00Z';
const inHours = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000);

function benchWithLostSchedules(): PlannerBench {
  const late = leaver('ada@corp.example', inHours(-2));
  const soon = joiner('bob@corp.example', inHours(20));
  const later = leaver('eve@corp.example', inHours(48));
  return new PlannerBench(now, {
    changes: [late, soon, later].map((request) => personChange(request, plannedWhenDue(request))),
  });
}

it('whoever is overdue or due within a day is not forgotten, however many schedules are lost', async () => {
  const bench = benchWithLostSchedules();
  expect(await bench.plan({ kind: 'sweep-due' })).toEqual({ kind: 'swept', setCount: 2, overdueCount: 1 });
  expect(bench.waitingTasks()).toEqual([
    `carry-out ada@corp.example ${inHours(-2).toISOString()}`,
    `carry-out bob@corp.example ${inHours(20).toISOString()}`,
  ]);
});

it('a second sweep sets the same again, and one that a crash ended is made up for', async () => {
  const bench = benchWithLostSchedules();
  bench.writesBeforeCrash = 1;
  await expect(bench.plan({ kind: 'sweep-due' })).rejects.toThrow();
  bench.writesBeforeCrash = Number.POSITIVE_INFINITY;
  await bench.plan({ kind: 'sweep-due' });
  const waiting = bench.waitingTasks();
  await bench.plan({ kind: 'sweep-due' });
  expect(bench.waitingTasks()).toEqual(waiting);
  expect(bench.published).toEqual([]);
});

it('a removal that failed keeps to the time at which it is tried again', async () => {
  const request = leaver('ada@corp.example', inHours(-15 * 24));
  const change = personChange(request, {
    state: 'done',
    at: inHours(-15 * 24),
    undoUntil: inHours(-24),
  });
  const bench = new PlannerBench(now, { changes: [change] });
  const [organisation] = bench.settings.organisations;
  if (organisation === undefined) throw new Error('There is no organisation.');
  await bench.journal.record(change.changeId, {
    step: 'remove-from-organisation',
    organisation,
    result: 'open',
    attempts: 3,
    beganAt: inHours(-1),
    endedAt: inHours(-1),
    summary: 'It is down.',
  });
  await bench.plan({ kind: 'sweep-due' });
  expect(bench.waitingTasks()).toEqual([`remove ada@corp.example ${inHours(3).toISOString()}`]);
});
