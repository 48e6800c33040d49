import { describe, expect, it } from 'vitest';
import { changeInRow, rowOfChange } from '#shared/aws/table/people/person-change-row.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { batchIdOf } from '#shared/people/changes/batch-id.ts';
import { deriveChangeId } from '#shared/people/changes/change-id.ts';
import type { ChangeStanding } from '#shared/people/changes/person-change.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { personChange } from '../../../people/changes/person-changes.ts';
import { joiner, leaver } from '../../../people/lifecycle/lifecycle-requests.ts';

const at = new Date('2026-11-20T17:00:00.123Z');
const requestId = deriveRequestId('hr', 'file');
const organisation = organisationNameSchema.parse('corp');
const by = 'arn:aws:iam::000000000000:user/ops';
const open = { step: 'withdraw-roles', organisation, reason: 'The platform refused.' } as const;

const standings: readonly ChangeStanding[] = [
  {
    state: 'held',
    since: at,
    batchId: batchIdOf(requestId),
    trips: [{ fuse: 'api-owner', explanation: 'Automation depends on this person.' }],
  },
  { state: 'planned', startsAt: at, endsBy: at },
  { state: 'under-way', since: at, attempts: 0 },
  { state: 'incomplete', since: at, attempts: 1, open: [open], nextAttemptAt: at },
  { state: 'incomplete', since: at, attempts: 7, open: [open] },
  { state: 'done', at, undoUntil: at },
  { state: 'done', at },
  { state: 'removed', at },
  { state: 'undoing', since: at, by },
  { state: 'undone', at, by, open: [] },
  { state: 'cancelled', at, by },
  { state: 'rejected', at, by },
  {
    state: 'replaced',
    at,
    by: deriveChangeId(requestId, emailAddressSchema.parse('ada@corp.example')),
  },
];

/** What the table gives back: text, numbers and lists only. */
const stored = (row: Record<string, unknown>) => JSON.parse(JSON.stringify(row));

describe('a change comes back from its row as it was', () => {
  it.each(standings)('where it is $state', (standing) => {
    const change = personChange(leaver('ada@corp.example', at, { ticket: 'HR-1' }), standing);
    expect(changeInRow(stored(rowOfChange(change)))).toEqual(change);
  });

  it('where a person let it pass the fuses, as one of many', () => {
    const own = { approval: { by: 'ops', at }, batchSize: 500 };
    const change = personChange(leaver('ada@corp.example', at), { state: 'removed', at }, own);
    expect(changeInRow(stored(rowOfChange(change)))).toEqual(change);
  });

  it('where somebody joins', () => {
    const change = personChange(joiner('ada@corp.example', at), { state: 'done', at });
    expect(changeInRow(stored(rowOfChange(change)))).toEqual(change);
  });

  it('where it is immediate', () => {
    const effective = { kind: 'immediate', since: at } as const;
    const change = personChange(leaver('ada@corp.example', at, { effective }), { state: 'removed', at });
    expect(changeInRow(stored(rowOfChange(change)))).toEqual(change);
  });
});

it('a row is deleted 400 days after the end of its change, and never before there is an end', () => {
  const expiring = standings.filter(
    (standing) =>
      'expiresAtEpochSeconds' in rowOfChange(personChange(leaver('ada@corp.example', at), standing)),
  );
  expect(expiring.map(({ state }) => state)).toEqual([
    'done',
    'removed',
    'undone',
    'cancelled',
    'rejected',
    'replaced',
  ]);
  const row = rowOfChange(personChange(leaver('ada@corp.example', at), { state: 'removed', at }));
  expect(row.expiresAtEpochSeconds).toBe(Math.floor(at.getTime() / 1_000) + 400 * 86_400);
});

it('a row with an address that is none is not taken for a person', () => {
  const row = stored(rowOfChange(personChange(leaver('ada@corp.example', at), { state: 'removed', at })));
  row.request.email = '';
  expect(() => changeInRow(row)).toThrow(/canonical spelling/);
});
