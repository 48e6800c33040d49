import { describe, expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { ChangeStanding } from '#shared/people/changes/person-change.ts';
import { type PersonTask, personTaskSchema } from '#shared/people/changes/person-task.ts';
import { decideTask } from '#shared/people/working/task-gate.ts';
import { personChange } from '../changes/person-changes.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';

const now = new Date('2026-11-20T17:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const corp = organisationNameSchema.parse('corp');
const request = leaver('ada@corp.example', now);

function decision(task: PersonTask['task'], standing: ChangeStanding) {
  const change = personChange(request, standing);
  return decideTask(taskFor(task, change.changeId), change, now);
}

const taskFor = (task: PersonTask['task'], changeId: string) =>
  personTaskSchema.parse({ version: 1, worker: 'offboard', task, email: request.email, changeId });

const planned = (startsAt: Date): ChangeStanding => ({ state: 'planned', startsAt, endsBy: startsAt });
const incomplete = (nextAttemptAt?: Date): ChangeStanding => ({
  state: 'incomplete',
  since: now,
  attempts: 1,
  open: [{ step: 'withdraw-roles', organisation: corp, reason: 'refused' }],
  nextAttemptAt,
});
const done = (undoUntil?: Date): ChangeStanding => ({ state: 'done', at: now, undoUntil });
const underWay: ChangeStanding = { state: 'under-way', since: now, attempts: 0 };
const undoing: ChangeStanding = { state: 'undoing', since: now, by: 'grace' };

describe('a task', () => {
  it.each([
    ['carry-out', 'planned for now', planned(now), 'carry-out'],
    ['carry-out', 'planned for a while ago', planned(inMinutes(-600)), 'carry-out'],
    ['carry-out', 'planned for in a minute, as schedules are that exact', planned(inMinutes(1)), 'carry-out'],
    ['carry-out', 'planned for in two minutes', planned(inMinutes(2)), 'not-yet'],
    ['carry-out', 'under way, since its worker died', underWay, 'carry-out'],
    ['carry-out', 'incomplete, and it is time', incomplete(now), 'carry-out'],
    ['carry-out', 'incomplete, and it is not time', incomplete(inMinutes(60)), 'not-yet'],
    ['carry-out', 'incomplete, and a person must act', incomplete(), 'nothing'],
    ['carry-out', 'done', done(), 'nothing'],
    ['carry-out', 'being undone', undoing, 'nothing'],
    ['carry-out', 'cancelled', { state: 'cancelled', at: now, by: 'grace' }, 'nothing'],
    ['carry-out', 'rejected', { state: 'rejected', at: now, by: 'grace' }, 'nothing'],
    ['remove', 'done, and can still be undone', done(inMinutes(60)), 'not-yet'],
    ['remove', 'done, and can no longer be undone', done(now), 'remove'],
    ['remove', 'done, and could never be undone', done(), 'remove'],
    ['remove', 'incomplete', incomplete(now), 'nothing'],
    ['remove', 'removed', { state: 'removed', at: now }, 'nothing'],
    ['undo', 'being undone', undoing, 'undo'],
    ['undo', 'done', done(), 'nothing'],
    ['undo', 'undone', { state: 'undone', at: now, by: 'grace', open: [] }, 'nothing'],
    ['announce', 'planned for now', planned(now), 'nothing'],
  ] as const)('to %s of a change that is %s comes to %s: %s', (task, _, standing, kind) => {
    expect(decision(task, standing).kind).toBe(kind);
  });

  it('that came before its time is to come again then', () => {
    expect(decision('carry-out', planned(inMinutes(10)))).toEqual({ kind: 'not-yet', at: inMinutes(10) });
  });

  it('of a person without a change comes to nothing', () => {
    const { changeId } = personChange(request, planned(now));
    expect(decideTask(taskFor('carry-out', changeId), undefined, now).kind).toBe('nothing');
  });

  it('of a change after which a later word came comes to nothing', () => {
    const later = personChange(leaver(request.email, inMinutes(60)), planned(now));
    const { changeId } = personChange(request, planned(now));
    expect(decideTask(taskFor('carry-out', changeId), later, now)).toEqual({
      kind: 'nothing',
      because: 'a later word about the person counts',
    });
  });

  it('to cut somebody off who joins comes to nothing', () => {
    const joining = personChange(joiner(request.email, now), planned(now));
    expect(decideTask(taskFor('carry-out', joining.changeId), joining, now).kind).toBe('nothing');
  });
});
