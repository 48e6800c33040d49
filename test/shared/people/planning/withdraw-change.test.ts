import { expect, it } from 'vitest';
import type { PersonChange } from '#shared/people/changes/person-change.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { leaver } from '../lifecycle/lifecycle-requests.ts';
import { PlannerBench } from './planner-bench.ts';

const at = new Date('2026-11-28T17:00:00Z');
const request = leaver('ada@corp.example', at, { ticket: 'HR-1' });
const acceptedAt = new Date('2026-11-20T12:00:00Z');
const planned = personChange(request, plannedWhenDue(request), { acceptedAt, source: 'jira' });

const byTicket = { by: 'ticket', source: 'jira', ticket: 'HR-1' };
const byPerson = { by: 'person', email: 'ada@corp.example' };

function withdraw(
  change: PersonChange = planned,
  withdrawn: object = byTicket,
  now = '2026-11-21T12:00:00Z',
) {
  const bench = new PlannerBench(now, { changes: [change] });
  const command = bench.command('PersonChangeWithdrawn', {
    withdrawn,
    requestedBy: 'ops',
    requestedAt: now,
  });
  return { bench, plan: () => bench.plan(command) };
}

it.each([
  ['ticket', byTicket],
  ['person', byPerson],
])('what is planned is taken back by its %s, with all that would begin by itself', async (_, withdrawn) => {
  const { bench, plan } = withdraw(planned, withdrawn);
  const task = { version: 1, worker: 'offboard', task: 'carry-out' } as const;
  await bench.tasks.set({ ...task, email: request.email, changeId: planned.changeId }, at);
  expect(await plan()).toEqual({ kind: 'withdrawn', changeId: planned.changeId });
  expect((await bench.changeOf('ada@corp.example')).standing).toEqual({
    state: 'cancelled',
    at: bench.now,
    by: 'ops',
  });
  expect(bench.tasks.waiting()).toEqual([]);
  expect(await plan()).toMatchObject({ kind: 'nothing' });
});

it.each([
  ['has begun', { ...planned, standing: { state: 'under-way', since: at, attempts: 0 } as const }, byTicket],
  ['is of another ticket', planned, { ...byTicket, ticket: 'HR-2' }],
  ['is of another source', planned, { ...byTicket, source: 'hr' }],
])('what %s goes on', async (_, change, withdrawn) => {
  const { bench, plan } = withdraw(change, withdrawn);
  expect(await plan()).toMatchObject({ kind: 'nothing' });
  expect(await bench.changeOf('ada@corp.example')).toEqual(change);
});

it('what was asked for again after the withdrawal goes on, though the withdrawal arrives last', async () => {
  const { bench, plan } = withdraw(planned, byTicket, '2026-11-20T11:00:00Z');
  expect(await plan()).toMatchObject({ kind: 'nothing' });
  expect((await bench.changeOf('ada@corp.example')).standing.state).toBe('planned');
});
