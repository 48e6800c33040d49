import { expect, it } from 'vitest';
import type { ChangeStanding } from '#shared/people/changes/person-change.ts';
import { decideUndo } from '#shared/people/undo/decide-undo.ts';
import { personChange } from '../changes/person-changes.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';

const now = new Date('2026-11-20T17:00:00Z');
const later = new Date('2026-11-20T18:00:00Z');
const by = 'grace';
const underWay: ChangeStanding = { state: 'under-way', since: now, attempts: 0 };

const decide = (standing: ChangeStanding) =>
  decideUndo(personChange(leaver('ada@corp.example', now), standing), now);

it.each<[string, ChangeStanding]>([
  ['under way', underWay],
  ['done, within the window', { state: 'done', at: now, undoUntil: later }],
  ['being undone', { state: 'undoing', since: now, by }],
])('an offboarding that is %s can be undone', (_, standing) => {
  expect(decide(standing)).toEqual({ kind: 'possible' });
});

it.each<[string, ChangeStanding, string]>([
  ['planned', { state: 'planned', startsAt: later, endsBy: later }, 'Cancel the change instead'],
  ['done, after the window', { state: 'done', at: now, undoUntil: now }, 'ended at 2026-11-20T17:00:00.000Z'],
  ['done, without a window', { state: 'done', at: now }, 'is 0 days'],
  ['removed', { state: 'removed', at: now }, 'Onboard the person anew'],
  ['undone', { state: 'undone', at: now, by, open: [] }, 'undone already'],
  ['cancelled', { state: 'cancelled', at: now, by }, 'was cancelled'],
  ['rejected', { state: 'rejected', at: now, by }, 'was rejected'],
])('an offboarding that is %s cannot, and it says why', (_, standing, reason) => {
  expect(decide(standing)).toEqual({ kind: 'impossible', reason: expect.stringContaining(reason) });
});

it('a joiner cannot be undone', () => {
  const joining = personChange(joiner('ada@corp.example', now), underWay);
  expect(decideUndo(joining, now)).toEqual({
    kind: 'impossible',
    reason: expect.stringContaining('offboard the person'),
  });
});
