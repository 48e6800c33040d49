import { expect, it } from 'vitest';
import type { ChangeStanding } from '#shared/people/changes/person-change.ts';
import type { PersonTask } from '#shared/people/changes/person-task.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { leaver } from '../lifecycle/lifecycle-requests.ts';
import { PlannerBench } from './planner-bench.ts';

const at = new Date('2026-11-28T17:00:00Z');
const request = leaver('ada@corp.example', at, { ticket: 'HR-1' });

function announce(standing: ChangeStanding) {
  const change = personChange(request, standing, { batchSize: 500 });
  const bench = new PlannerBench('2026-11-27T17:00:00Z', { changes: [change] });
  const { changeId } = change;
  const task: PersonTask = { version: 1, worker: 'plan', task: 'announce', email: request.email, changeId };
  return { bench, change, plan: () => bench.plan({ kind: 'announcement-due', task }) };
}

it('that somebody leaves soon is announced, under the same id each time', async () => {
  const { bench, change, plan } = announce(plannedWhenDue(request));
  await plan();
  await plan();
  const announced = {
    eventId: `${change.changeId}:due`,
    email: 'ada@corp.example',
    kind: 'offboard',
    ticket: 'HR-1',
    batchSize: 500,
    dueAt: at.toISOString(),
  };
  expect(bench.details('PersonChangeDue')).toEqual([
    expect.objectContaining(announced),
    expect.objectContaining(announced),
  ]);
});

it('what was cancelled meanwhile is not announced', async () => {
  const { bench, plan } = announce({ state: 'cancelled', at, by: 'ops' });
  expect(await plan()).toMatchObject({ kind: 'nothing' });
  expect(bench.published).toEqual([]);
});
