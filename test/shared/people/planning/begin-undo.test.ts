import { expect, it } from 'vitest';
import type { ChangeStanding } from '#shared/people/changes/person-change.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { leaver } from '../lifecycle/lifecycle-requests.ts';
import { PlannerBench } from './planner-bench.ts';

const at = new Date('2026-11-20T17:00:00Z');
const request = leaver('ada@corp.example', at);
const done = { state: 'done', at, undoUntil: new Date('2026-12-04T17:00:00Z') } as const;

function undo(standing: ChangeStanding, own: object = {}) {
  const change = personChange(request, standing);
  const bench = new PlannerBench('2026-11-21T12:00:00Z', { changes: [change] });
  const command = bench.command('PersonUndoRequested', {
    email: request.email,
    changeId: change.changeId,
    requestedBy: 'ops',
    requestedAt: bench.now.toISOString(),
    ...own,
  });
  return { bench, change, plan: () => bench.plan(command) };
}

it('what was taken away is given back at once, and the person is not removed', async () => {
  const { bench, change, plan } = undo(done);
  const task = { version: 1, worker: 'offboard', email: request.email, changeId: change.changeId } as const;
  await bench.tasks.set({ ...task, task: 'remove' }, done.undoUntil);
  expect(await plan()).toEqual({ kind: 'undoing', changeId: change.changeId });
  expect((await bench.changeOf('ada@corp.example')).standing).toMatchObject({ state: 'undoing', by: 'ops' });
  expect(bench.waitingTasks()).toEqual(['undo ada@corp.example 2026-11-21T12:00:00.000Z']);
});

it('told again, it is begun again and changes nothing', async () => {
  const { bench, plan } = undo(done);
  await plan();
  const before = await bench.changeOf('ada@corp.example');
  await plan();
  expect(await bench.changeOf('ada@corp.example')).toEqual(before);
});

it.each<[string, ChangeStanding, object]>([
  ['nothing was taken away yet', plannedWhenDue(request), {}],
  ['the undo window is over', { ...done, undoUntil: new Date('2026-11-21T11:00:00Z') }, {}],
  ['the person is removed', { state: 'removed', at }, {}],
  ['another change is current', done, { changeId: 'chg_00000000000000000000000000000000' }],
])('nothing is undone where %s', async (_, standing, own) => {
  const { bench, change, plan } = undo(standing, own);
  expect(await plan()).toMatchObject({ kind: 'nothing' });
  expect(await bench.changeOf('ada@corp.example')).toEqual(change);
  expect(bench.tasks.waiting()).toEqual([]);
});
