import { describe, expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { ChangeStanding } from '#shared/people/changes/person-change.ts';
import { forgottenTask } from '#shared/people/planning/forgotten-task.ts';
import type { StepRecord } from '#shared/people/steps/step-record.ts';
import { personChange } from '../changes/person-changes.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';

const now = new Date('2026-11-28T17:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const hours = 60;
const days = 24 * hours;
const open = [
  { step: 'disable-sign-in', organisation: organisationNameSchema.parse('corp'), reason: 'It is down.' },
] as const;

function found(standing: ChangeStanding, recorded: readonly StepRecord[] = []) {
  return forgottenTask(personChange(leaver('ada@corp.example', now), standing), { recorded, now });
}

const planned = (minutes: number): ChangeStanding => ({
  state: 'planned',
  startsAt: inMinutes(minutes),
  endsBy: inMinutes(minutes + 2),
});
const incomplete = (minutes?: number): ChangeStanding => ({
  state: 'incomplete',
  since: inMinutes(-days),
  attempts: 1,
  open,
  nextAttemptAt: minutes === undefined ? undefined : inMinutes(minutes),
});
const underWay = (minutes: number): ChangeStanding => ({
  state: 'under-way',
  since: inMinutes(minutes),
  attempts: 0,
});
const done = (minutes: number): ChangeStanding => ({
  state: 'done',
  at: inMinutes(-14 * days),
  undoUntil: inMinutes(minutes),
});

describe('what was lost', () => {
  it.each([
    ['planned, and should have begun', planned(-16), 'carry-out', -16],
    ['to be tried again, and was not', incomplete(-16), 'carry-out', -16],
    ['begun, and not ended', underWay(-61), 'carry-out', -61],
    ['to be removed, and was not', done(-61), 'remove', -61],
  ] as const)('%s: is overdue', (_, standing, task, minutes) => {
    expect(found(standing)).toMatchObject({ task: { task }, at: inMinutes(minutes), isOverdue: true });
  });

  it.each([
    ['planned for tomorrow', planned(26 * hours), 'carry-out'],
    ['to be tried again soon', incomplete(4 * hours), 'carry-out'],
    ['to be removed soon', done(26 * hours), 'remove'],
  ] as const)('%s: is set again in time', (_, standing, task) => {
    expect(found(standing)).toMatchObject({ task: { task }, isOverdue: false });
  });

  it.each([
    ['it is due later than in 26 hours', planned(26 * hours + 1)],
    ['it is a little late, and may wait in its queue', planned(-15)],
    ['it is being tried again', incomplete(-15)],
    ['a person has to act', incomplete()],
    ['somebody is worked on', underWay(-60)],
    ['the undo window has just ended', done(-60)],
    ['its message comes again by itself', { state: 'undoing', since: inMinutes(-days), by: 'ops' }],
    ['it was taken back', { state: 'cancelled', at: inMinutes(-days), by: 'ops' }],
    ['it is over', { state: 'removed', at: inMinutes(-days) }],
  ] satisfies [string, ChangeStanding][])('nothing is lost where %s', (_, standing) => {
    expect(found(standing)).toBeUndefined();
  });

  it('is a removal at once where there is no undo window', () => {
    expect(found({ state: 'done', at: inMinutes(-61) })).toMatchObject({ task: { task: 'remove' } });
  });

  it('is never a removal of somebody who joined', () => {
    const change = personChange(joiner('ada@corp.example', now), { state: 'done', at: inMinutes(-days) });
    expect(forgottenTask(change, { recorded: [], now })).toBeUndefined();
  });
});

describe('a removal that has failed', () => {
  const failed = (attempts: number, minutes: number): StepRecord => ({
    step: 'remove-from-organisation',
    organisation: organisationNameSchema.parse('corp'),
    result: 'open',
    attempts,
    beganAt: inMinutes(minutes - 1),
    endedAt: inMinutes(minutes),
    summary: 'It is down.',
  });

  it.each([
    ['is tried a day after the fourth attempt, no sooner', failed(4, -hours), false],
    ['is overdue when that attempt did not come', failed(4, -26 * hours), true],
  ])('%s', (_, record, isOverdue) => {
    expect(found(done(-3 * days), [record])).toMatchObject({ task: { task: 'remove' }, isOverdue });
  });

  it('is left to a person after the last attempt', () => {
    expect(found(done(-10 * days), [failed(7, -5 * days)])).toBeUndefined();
  });
});
