import { describe, expect, it } from 'vitest';
import { profileNameSchema } from '#shared/config/names.ts';
import type { ClaimedChange } from '#shared/people/lifecycle/claimed-change.ts';
import { readChange } from '#shared/people/lifecycle/read-change.ts';
import type { SourceHabits } from '#shared/people/lifecycle/reading-context.ts';
import { peopleSettings } from './people-settings.ts';

const receivedAt = new Date('2025-11-21T17:00:00Z');
const settings = peopleSettings({
  emailTemplate: '{firstName}.{lastName}@corp.example',
  departures: { immediate: ['For cause'] },
});

const read = (claims: ClaimedChange, source: SourceHabits = { profile: undefined }) =>
  readChange(claims, { settings, source, receivedAt });

const carlos = { email: 'Carlos.Nunez@corp.example', firstName: 'Carlos', lastName: 'Núñez' };

/** The accepted request; the test fails where there is none. */
function request(claims: ClaimedChange, source?: SourceHabits) {
  const reading = read(claims, source);
  if (reading.kind !== 'accepted') throw new Error(`Expected a request, got ${JSON.stringify(reading)}.`);
  return reading.request;
}

const guest = { profile: profileNameSchema.parse('guest') };

it('a leaver is out at the end of the last working day there', () => {
  expect(read({ ...carlos, lastDay: '2025-11-28', timeZone: 'Europe/Madrid', ticket: 'HR-1' })).toEqual({
    kind: 'accepted',
    request: {
      kind: 'offboard',
      email: 'carlos.nunez@corp.example',
      emailOrigin: 'stated',
      name: { given: 'Carlos', family: 'Núñez' },
      effective: { kind: 'scheduled', at: new Date('2025-11-28T17:00:00Z'), timeZone: 'Europe/Madrid' },
      departure: 'unknown',
      ticket: 'HR-1',
      requester: undefined,
    },
  });
});

it('a joiner is in at the start of the first working day there, with what the profile says', () => {
  expect(
    read({ ...carlos, email: undefined, startDay: '2025-12-01', profile: 'information security' }),
  ).toEqual({
    kind: 'accepted',
    request: {
      kind: 'onboard',
      email: 'carlos.nunez@corp.example',
      emailOrigin: 'derived',
      name: { given: 'Carlos', family: 'Núñez' },
      effective: { kind: 'scheduled', at: new Date('2025-12-01T07:00:00Z'), timeZone: 'Europe/Zurich' },
      profile: 'analyst',
      ticket: undefined,
      requester: undefined,
    },
  });
});

describe('when it takes effect', () => {
  const offboard = { profile: undefined, action: 'offboard' } as const;
  it.each<[title: string, claims: ClaimedChange, kind: string, at: string]>([
    ['a time on the day', { lastDay: '2025-11-28 12:30' }, 'scheduled', '2025-11-28T11:30:00Z'],
    ['a location', { lastDay: '2025-11-28', location: 'bogotá' }, 'scheduled', '2025-11-28T23:00:00Z'],
    [
      'an unknown location',
      { lastDay: '2025-11-28', location: 'Europe' },
      'scheduled',
      '2025-11-28T17:00:00Z',
    ],
    [
      'a zone beside the time',
      { lastDay: '2025-11-28 12:30 Asia/Tokyo' },
      'scheduled',
      '2025-11-28T03:30:00Z',
    ],
    ['an instant', { lastDay: '2025-11-28T12:30:00Z' }, 'scheduled', '2025-11-28T12:30:00Z'],
    ['a day that is over', { lastDay: '2025-10-01' }, 'scheduled', '2025-10-01T16:00:00Z'],
    ['immediate', { lastDay: '2025-11-28', immediate: 'yes' }, 'immediate', '2025-11-21T17:00:00Z'],
    ['not immediate', { lastDay: '2025-11-28', immediate: 'false' }, 'scheduled', '2025-11-28T17:00:00Z'],
    [
      'a type that is always immediate',
      { terminationType: 'for cause' },
      'immediate',
      '2025-11-21T17:00:00Z',
    ],
    ['gone already', { status: 'Terminated', lastDay: '2025-12-31' }, 'scheduled', '2025-11-21T17:00:00Z'],
  ])('is told by %s', (_, claims, kind, at) => {
    const { effective } = request({ ...carlos, ...claims }, offboard);
    expect(effective.kind).toBe(kind);
    expect(effective.kind === 'immediate' ? effective.since : effective.at).toEqual(new Date(at));
  });
});

describe('whether somebody joins or leaves', () => {
  it.each<[title: string, claims: ClaimedChange, expected: string]>([
    ['a word', { action: 'Employee offboarding', lastDay: '2025-11-28' }, 'offboard'],
    [
      'a word, beside both days',
      { action: 'New hire', startDay: '2025-12-01', lastDay: '2026-12-01' },
      'onboard',
    ],
    ['a first day alone', { startDay: '2025-12-01' }, 'onboard'],
    ['a last day alone', { lastDay: '2025-12-01' }, 'offboard'],
    ['the status', { status: 'inactive', startDay: '2010-01-01' }, 'offboard'],
    [
      'a last day of somebody active',
      { status: 'Active', startDay: '2010-01-01', lastDay: '2025-11-28' },
      'offboard',
    ],
  ])('is told by %s', (_, claims, expected) => {
    expect(request({ ...carlos, profile: 'guest', ...claims }).kind).toBe(expected);
  });

  it('is nothing for somebody active, unless the source means joiners', () => {
    const claims = { ...carlos, status: 'Active', startDay: '2025-12-01' };
    expect(read(claims)).toEqual({ kind: 'idle', reason: 'still-active' });
    expect(request(claims, { ...guest, activeRows: 'onboard' })).toMatchObject({
      kind: 'onboard',
      profile: 'guest',
    });
  });
});

describe('what is not clear is refused, with its reason:', () => {
  it.each<[reason: string, claims: ClaimedChange]>([
    ['action-unclear', carlos],
    ['action-unclear', { ...carlos, action: 'on leave', lastDay: '2025-11-28' }],
    ['action-unclear', { ...carlos, action: 'onboarding or offboarding', lastDay: '2025-11-28' }],
    ['action-unclear', { ...carlos, startDay: '2025-11-28', lastDay: '2026-11-28' }],
    ['status-unclear', { ...carlos, status: 'sabbatical' }],
    ['status-contradicts-date', { ...carlos, status: 'active', lastDay: '2025-11-20' }],
    ['email-unreadable', { ...carlos, email: 'carlos.nunez', lastDay: '2025-11-28' }],
    ['email-not-derivable', { fullName: 'Carlos Núñez', lastDay: '2025-11-28' }],
    ['date-missing', { ...carlos, action: 'offboard', startDay: '2025-11-28' }],
    ['date-unreadable', { ...carlos, lastDay: '11/28/2025' }],
    ['time-zone-unknown', { ...carlos, lastDay: '2025-11-28', timeZone: 'CEST-ish' }],
    ['time-zone-unknown', { ...carlos, status: 'inactive', timeZone: '+01:00' }],
    ['immediate-unclear', { ...carlos, lastDay: '2025-11-28', immediate: 'perhaps' }],
    ['profile-missing', { ...carlos, startDay: '2025-12-01' }],
    ['profile-unknown', { ...carlos, startDay: '2025-12-01', profile: 'root' }],
  ])('%s', (reason, claims) => {
    const reading = read(claims);
    expect(reading).toMatchObject({ kind: 'refused', reason });
    expect(JSON.stringify(reading)).not.toMatch(/carlos|núñez/i);
  });

  it('a missing address, where no template is configured', () => {
    const reading = readChange(
      { firstName: 'Carlos', lastName: 'Núñez', lastDay: '2025-11-28' },
      { settings: peopleSettings(), source: { profile: undefined }, receivedAt },
    );
    expect(reading).toMatchObject({ kind: 'refused', reason: 'email-missing' });
  });
});

describe('how a departure came about', () => {
  it.each([
    ['Involuntary', 'involuntary'],
    ['for cause', 'involuntary'],
    ['Voluntary', 'voluntary'],
    ['Freiwillig', 'voluntary'],
    ['Other', 'unknown'],
    [undefined, 'unknown'],
  ])('is read from %s as %s', (terminationType, departure) => {
    expect(request({ ...carlos, lastDay: '2025-11-28', terminationType })).toMatchObject({ departure });
  });
});

it.each<[claims: ClaimedChange, given: string, family: string]>([
  [{ fullName: 'Ana de la Cruz' }, 'Ana', 'de la Cruz'],
  [{ firstName: 'Ana' }, 'Zoe', 'Mueller'],
  [{ firstName: 'A\u202ena', lastName: 'B\nC' }, 'A na', 'B C'],
])('of %j the name to show is %s, %s', (claims, given, family) => {
  const joiner = { email: 'zoe.mueller@corp.example', startDay: '2025-12-01', profile: 'guest', ...claims };
  expect(request(joiner)).toMatchObject({ name: { given, family } });
});
