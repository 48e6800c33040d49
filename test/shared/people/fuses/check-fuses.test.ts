import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { lifecycleFusesSchema } from '#shared/config/lifecycle-fuses.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { checkFuses } from '#shared/people/fuses/check-fuses.ts';
import type { FileFacts, KnownPeople } from '#shared/people/fuses/fuse-facts.ts';
import type { LifecycleRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';
import { peopleSettings } from '../lifecycle/people-settings.ts';

const now = new Date('2026-11-20T16:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const emails = (...texts: string[]) => texts.map((text) => emailAddressSchema.parse(text));

const usual: KnownPeople = {
  peopleCount: 1_000,
  administrators: emails('root@corp.example', 'admin@corp.example'),
  recentLeavers: [],
  pendingLeavers: [],
};

interface Case {
  readonly requests?: readonly LifecycleRequest[];
  readonly file?: Partial<FileFacts>;
  readonly known?: Partial<KnownPeople>;
  readonly fuses?: z.input<typeof lifecycleFusesSchema>;
}

function check({ requests = [], file, known, fuses }: Case) {
  const settings = peopleSettings({
    fuses,
    protectedAccounts: { breakGlass: ['Glass@corp.example'], apiOwners: ['owner@corp.example'] },
  });
  const wholeFile: FileFacts = {
    content: 'changes',
    rowCount: 100,
    refusedRowCount: 0,
    endsInsideRow: false,
    ...file,
  };
  return checkFuses({ requests, file: file && wholeFile }, { known: { ...usual, ...known }, settings, now });
}

/** Whom each request concerns, and what holds it. */
const inShort = (given: Case) =>
  check(given).decisions.map((decision) => {
    const name = decision.request.email.split('@')[0];
    return decision.kind === 'go'
      ? `${name} goes`
      : `${name}: ${decision.trips.map(({ fuse }) => fuse).join(' ')}`;
  });

const leavers = (count: number) =>
  Array.from({ length: count }, (_, index) => leaver(`p${index}@corp.example`, inDays(1)));

it('one leaver and one joiner go', () => {
  const requests = [leaver('bob@corp.example', inDays(1)), joiner('ada@corp.example', inDays(3))];
  expect(check({ requests }).batchTrips).toEqual([]);
  expect(inShort({ requests })).toEqual(['bob goes', 'ada goes']);
});

describe('all that came at once is held', () => {
  it.each<[title: string, given: Case, fuse: string]>([
    ['when a roster is empty', { file: { content: 'roster', rowCount: 0 } }, 'empty-roster'],
    ['when a file ends inside a row', { file: { endsInsideRow: true } }, 'truncated-file'],
    [
      'when a roster has shrunk',
      { file: { content: 'roster', rowCount: 899, previousRowCount: 1_000 } },
      'truncated-file',
    ],
    ['when many rows are refused', { file: { refusedRowCount: 11 } }, 'many-unreadable-rows'],
    ['when 500 people leave', { requests: leavers(500), known: { peopleCount: 100_000 } }, 'many-leavers'],
    [
      'when a twentieth of all leaves',
      { requests: leavers(6), known: { peopleCount: 100 } },
      'many-leavers-percent',
    ],
    [
      'when nobody knows of how many',
      { requests: leavers(5), known: { peopleCount: undefined } },
      'many-leavers-percent',
    ],
    [
      'when it is one more after many tickets',
      {
        requests: leavers(1),
        known: {
          recentLeavers: leavers(30)
            .map(({ email }) => email)
            .slice(1),
          peopleCount: 10_000,
        },
      },
      'many-leavers',
    ],
  ])('%s', (_, given, fuse) => {
    const requests = [joiner('ada@corp.example', inDays(3)), ...(given.requests ?? [])];
    const report = check({ ...given, requests });
    expect(report.batchTrips.map((trip) => trip.fuse)).toEqual([fuse]);
    expect(report.decisions.every(({ kind }) => kind === 'held')).toBe(true);
  });

  it('with what was found and what is allowed', () => {
    const file = { content: 'roster', rowCount: 1, previousRowCount: 1_200 } as const;
    expect(check({ file }).batchTrips).toEqual([
      {
        fuse: 'truncated-file',
        explanation:
          'The roster has 1 row, the one before had 1,200 rows; at least 90 % of them are expected.',
      },
    ]);
    expect(check({ requests: leavers(500), known: { peopleCount: 2_000 } }).batchTrips).toEqual([
      {
        fuse: 'many-leavers',
        explanation: "500 people leave within 24 hours; at most 20 may without a person's consent.",
      },
      {
        fuse: 'many-leavers-percent',
        explanation: "500 of 2,000 people leave within 24 hours; at most 5 % may without a person's consent.",
      },
    ]);
  });
});

describe('nothing is held', () => {
  it.each<[title: string, given: Case]>([
    [
      'by a roster that has hardly shrunk',
      { file: { content: 'roster', rowCount: 900, previousRowCount: 1_000 } },
    ],
    ['by the first roster', { file: { content: 'roster' } }],
    ['by a file of changes that is shorter', { file: { rowCount: 1, previousRowCount: 1_000 } }],
    ['by a file of no changes', { file: { rowCount: 0 } }],
    ['by a tenth of the rows', { file: { refusedRowCount: 10 } }],
    ['by few refused rows of few', { file: { rowCount: 4, refusedRowCount: 4 } }],
    ['by as many leavers as allowed', { requests: leavers(20) }],
    ['by a few leavers of a small team', { requests: leavers(4), known: { peopleCount: 10 } }],
    [
      'by a leaver who is named twice',
      { requests: leavers(1), known: { recentLeavers: leavers(20).map(({ email }) => email) } },
    ],
    ['by many joiners', { requests: leavers(50).map(({ email }) => joiner(email, inDays(3))) }],
  ])('%s', (_, given) => {
    const report = check(given);
    expect(report.batchTrips).toEqual([]);
    expect(report.decisions.every(({ kind }) => kind === 'go')).toBe(true);
  });
});

describe('one request is held while the others go', () => {
  const bob = leaver('bob@corp.example', inDays(1));

  it.each<[title: string, request: LifecycleRequest, held: string]>([
    ['an account for emergencies', leaver('glass@corp.example', inDays(1)), 'glass: break-glass-account'],
    ['an owner of API keys', leaver('owner@corp.example', inDays(1)), 'owner: api-owner'],
    ['a date of last year', leaver('old@corp.example', inDays(-31)), 'old: date-long-past'],
    ['a date in two years', joiner('far@corp.example', inDays(700)), 'far: date-far-ahead'],
  ])('for %s', (_, request, held) => {
    expect(inShort({ requests: [bob, request] })).toEqual(['bob goes', held]);
  });

  it('for the last administrator', () => {
    const root = leaver('root@corp.example', inDays(1));
    const admin = leaver('admin@corp.example', inDays(1));
    expect(inShort({ requests: [bob, root] })).toEqual(['bob goes', 'root goes']);
    expect(inShort({ requests: [bob, root, admin] })).toEqual([
      'bob goes',
      'root: last-administrator',
      'admin: last-administrator',
    ]);
    expect(inShort({ requests: [root], known: { pendingLeavers: emails('admin@corp.example') } })).toEqual([
      'root: last-administrator',
    ]);
    expect(inShort({ requests: [bob, root], fuses: { leastAdministrators: 2 } })).toEqual([
      'bob goes',
      'root: last-administrator',
    ]);
  });

  it('for every leaver while nobody knows who the administrators are', () => {
    expect(
      inShort({
        requests: [bob, joiner('ada@corp.example', inDays(3))],
        known: { administrators: undefined },
      }),
    ).toEqual(['bob: last-administrator', 'ada goes']);
  });
});

it('joiners are not held for what protects from leaving', () => {
  const requests = ['glass', 'owner', 'root', 'admin'].map((name) =>
    joiner(`${name}@corp.example`, inDays(1)),
  );
  expect(inShort({ requests })).toEqual(['glass goes', 'owner goes', 'root goes', 'admin goes']);
});
