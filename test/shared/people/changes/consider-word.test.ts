import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { batchIdOf } from '#shared/people/changes/batch-id.ts';
import { considerWord, type Word } from '#shared/people/changes/consider-word.ts';
import type { ChangeStanding, ChangeState, PersonChange } from '#shared/people/changes/person-change.ts';
import type { LifecycleRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';
import { personChange, plannedWhenDue } from './person-changes.ts';

const at = new Date('2026-11-20T17:00:00Z');
const later = new Date('2026-12-20T17:00:00Z');
const requestId = deriveRequestId('hr', 'first');
const by = 'ops';
const open = [
  { step: 'withdraw-roles', organisation: organisationNameSchema.parse('corp'), reason: 'Refused.' },
] as const;

const leaves = leaver('ada@corp.example', at);
const leavesLater = leaver('ada@corp.example', later);
const leavesNow = leaver('ada@corp.example', at, { effective: { kind: 'immediate', since: later } });
const joins = joiner('ada@corp.example', at);
const joinsLater = joiner('ada@corp.example', later);

const standings: Record<ChangeState, ChangeStanding> = {
  held: {
    state: 'held',
    since: at,
    batchId: batchIdOf(requestId),
    trips: [{ fuse: 'api-owner', explanation: 'An owner.' }],
  },
  planned: plannedWhenDue(leaves),
  'under-way': { state: 'under-way', since: at, attempts: 0 },
  incomplete: { state: 'incomplete', since: at, attempts: 1, open, nextAttemptAt: later },
  done: { state: 'done', at, undoUntil: later },
  removed: { state: 'removed', at },
  undoing: { state: 'undoing', since: at, by },
  undone: { state: 'undone', at, by, open: [] },
  cancelled: { state: 'cancelled', at, by },
  rejected: { state: 'rejected', at, by },
  replaced: { state: 'replaced', at, by: personChange(leavesLater, { state: 'cancelled', at, by }).changeId },
};

const acceptedAt = new Date('2026-11-01T08:00:00Z');

function current(request: LifecycleRequest, state: ChangeState): PersonChange {
  return personChange(request, standings[state], { acceptedAt });
}

/** What is said a day after the current change was heard of. */
function word(request: LifecycleRequest, own: Partial<Word> = {}): Word {
  const {
    standing: _,
    revision: __,
    ...said
  } = personChange(request, standings.planned, {
    requestId: deriveRequestId('hr', 'second'),
    acceptedAt: new Date('2026-11-02T08:00:00Z'),
    ...own,
  });
  return said;
}

const kindOf = (said: Word, before: PersonChange | undefined, from: 'file' | 'command' = 'command') =>
  considerWord(said, before, from).kind;

it('the first word about a person counts', () => {
  expect(considerWord(word(leaves), undefined, 'file')).toEqual({ kind: 'counts', instead: undefined });
});

it.each<
  [said: string, next: LifecycleRequest, before: LifecycleRequest, state: ChangeState, expected: string]
>([
  ['another day, while it waits', leavesLater, leaves, 'planned', 'counts'],
  ['another day, while it is held', leavesLater, leaves, 'held', 'counts'],
  ['the same, while it waits', leaves, leaves, 'planned', 'idle'],
  ['at once, while it waits', leavesNow, leaves, 'planned', 'counts'],
  ['a joiner after all, while a leaver waits', joins, leaves, 'planned', 'counts'],
  ['another day, while it is carried out', leavesLater, leaves, 'under-way', 'idle'],
  ['a leaver, while a joiner is let in', leaves, joins, 'under-way', 'busy'],
  ['anything, while an offboarding is undone', leavesLater, leaves, 'undoing', 'busy'],
  ['a leaver, while it is tried again by itself', leavesLater, leaves, 'incomplete', 'idle'],
  ['a leaver, while a joiner is not complete', leaves, joins, 'incomplete', 'counts'],
  ['a joiner, while a leaver is not out everywhere', joins, leaves, 'incomplete', 'refused'],
  ['a leaver who is out', leavesLater, leaves, 'done', 'idle'],
  ['a hostile leaver who is out', leavesNow, leaves, 'done', 'counts'],
  ['a joiner who has left', joins, leaves, 'done', 'counts'],
  ['a leaver who has joined', leaves, joins, 'done', 'counts'],
  ['another profile or day for who has joined', joinsLater, joins, 'done', 'counts'],
  ['a joiner who is in, the same again', joins, joins, 'done', 'idle'],
  ['a leaver who has come back, after the removal', leavesLater, leaves, 'removed', 'counts'],
  ['the same leaver, after the removal', leaves, leaves, 'removed', 'idle'],
  ['the same, after it was undone', leaves, leaves, 'undone', 'counts'],
  ['the same, after it was rejected', leaves, leaves, 'rejected', 'counts'],
])('%s', (_, next, before, state, expected) => {
  expect(kindOf(word(next), current(before, state))).toBe(expected);
});

it('a leaver whose attempts are used up can be asked for again', () => {
  const before = personChange(leaves, { state: 'incomplete', since: at, attempts: 7, open }, { acceptedAt });
  expect(kindOf(word(leavesLater), before)).toBe('counts');
});

describe('what a person has cancelled', () => {
  it('stays so when the next file lists it again', () => {
    expect(kindOf(word(leaves), current(leaves, 'cancelled'), 'file')).toBe('idle');
  });

  it('can be asked for again, by a ticket or with another day', () => {
    expect(kindOf(word(leaves), current(leaves, 'cancelled'), 'command')).toBe('counts');
    expect(kindOf(word(leavesLater), current(leaves, 'cancelled'), 'file')).toBe('counts');
  });
});

it('who asks does not make a word another one; where it comes from does', () => {
  const before = current(leaves, 'planned');
  expect(kindOf(word({ ...leaves, requester: 'Bob' }), before)).toBe('idle');
  expect(kindOf(word(leaves, { source: 'tickets' }), before)).toBe('counts');
});

it('a word from before the current one is overtaken, however late it arrives', () => {
  const overtaken = word(leavesLater, { acceptedAt: new Date('2026-10-31T08:00:00Z') });
  expect(kindOf(overtaken, current(leaves, 'planned'))).toBe('idle');
});

it('the current change itself is recognised in every state', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(standings)), (standing) => {
      const change = personChange(leaves, standing, { acceptedAt });
      const { standing: _, revision: __, ...said } = change;
      expect(considerWord(said, change, 'command')).toEqual({ kind: 'repeated', change });
    }),
  );
});
