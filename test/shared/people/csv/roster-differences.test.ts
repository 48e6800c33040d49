import { expect, it } from 'vitest';
import { rosterDifferences, type SettledPeople } from '#shared/people/csv/roster-differences.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import type { LifecycleRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';

const at = new Date('2026-11-20T16:00:00Z');
const nobody: SettledPeople = { in: new Set(), out: new Set() };
const bob = new Set([emailAddressSchema.parse('bob@corp.example')]);

const differences = (request: LifecycleRequest, settled: Partial<SettledPeople>) =>
  rosterDifferences([{ row: 2, reading: { kind: 'accepted', request } }], { ...nobody, ...settled })[0]
    ?.reading;

it('who is out already is no leaver again, and who is in is no joiner', () => {
  expect(differences(leaver('bob@corp.example', at), { out: bob })).toEqual({
    kind: 'idle',
    reason: 'already-out',
  });
  expect(differences(joiner('bob@corp.example', at), { in: bob })).toEqual({
    kind: 'idle',
    reason: 'already-in',
  });
});

it('who is in may leave, and who is out may come back', () => {
  expect(differences(leaver('bob@corp.example', at), { in: bob })).toMatchObject({ kind: 'accepted' });
  expect(differences(joiner('bob@corp.example', at), { out: bob })).toMatchObject({ kind: 'accepted' });
});

it('what is no request stays what it is, in its row', () => {
  const idle = { row: 3, reading: { kind: 'idle', reason: 'still-active' } } as const;
  expect(rosterDifferences([idle], { in: bob, out: bob })).toEqual([idle]);
});
