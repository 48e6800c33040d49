import { describe, expect, it } from 'vitest';
import { requestFromEvent } from '#shared/people/lifecycle/request-from-event.ts';
import { peopleSettings } from './people-settings.ts';

const receivedAt = new Date('2026-11-20T16:00:00Z');
const read = (type: string, detail: unknown) =>
  requestFromEvent({ 'detail-type': type, detail }, { settings: peopleSettings(), receivedAt });

const leaver = { version: 1, email: 'Bob@corp.example' };
const joiner = { ...leaver, name: { given: 'Bob', family: 'Example' }, profile: 'analyst' };

describe('a command on the bus', () => {
  it('lets somebody in at the start of the working day', () => {
    expect(read('OnboardRequested', { ...joiner, day: '2026-12-01', ticket: 'HR-1' })).toEqual({
      kind: 'accepted',
      request: {
        kind: 'onboard',
        email: 'bob@corp.example',
        emailOrigin: 'stated',
        effective: { kind: 'scheduled', at: new Date('2026-12-01T07:00:00Z'), timeZone: 'Europe/Zurich' },
        name: { given: 'Bob', family: 'Example' },
        profile: 'analyst',
        ticket: 'HR-1',
        requester: undefined,
      },
    });
  });

  it.each([
    ['at the end of the working day', { day: '2026-12-01' }, '2026-12-01T17:00:00Z'],
    ['there', { day: '2026-12-01', timeZone: 'America/Bogota' }, '2026-12-01T23:00:00Z'],
    ['at the time that is told', { day: '2026-12-01', time: '12:30' }, '2026-12-01T11:30:00Z'],
  ])('cuts somebody off %s', (_, when, at) => {
    expect(read('OffboardRequested', { ...leaver, ...when })).toMatchObject({
      request: { kind: 'offboard', departure: 'unknown', effective: { kind: 'scheduled', at: new Date(at) } },
    });
  });

  it('may be immediate, whatever the day', () => {
    expect(read('OffboardRequested', { ...leaver, immediate: true, day: '2027-01-01' })).toMatchObject({
      request: { effective: { kind: 'immediate', since: receivedAt } },
    });
  });

  it.each([
    ['no day', 'OffboardRequested', leaver, 'not-understood', /day: name a day, or say "immediate": true/],
    [
      'an empty address',
      'OffboardRequested',
      { ...leaver, email: '' },
      'not-understood',
      /email: a mail address/,
    ],
    [
      'a time zone of no place',
      'OffboardRequested',
      { ...leaver, day: '2026-12-01', timeZone: '+01:00' },
      'not-understood',
      /IANA/,
    ],
    [
      'an unknown profile',
      'OnboardRequested',
      { ...joiner, immediate: true, profile: 'root' },
      'profile-unknown',
      /No profile is called "root"/,
    ],
    [
      'another type',
      'BlockRequested',
      leaver,
      'not-understood',
      /OnboardRequested or OffboardRequested is expected/,
    ],
  ])('is refused with %s', (_, type, detail, reason, explanation) => {
    expect(read(type, detail)).toMatchObject({
      kind: 'refused',
      reason,
      explanation: expect.stringMatching(explanation),
    });
  });
});
