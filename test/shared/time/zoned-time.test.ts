import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarDaySchema,
  clockTimeSchema,
  dayIn,
  instantIn,
  timeIn,
  timeZoneSchema,
} from '#shared/time/zoned-time.ts';

const at = (zone: string, day: string, time: string) =>
  instantIn(
    timeZoneSchema.parse(zone),
    calendarDaySchema.parse(day),
    clockTimeSchema.parse(time),
  ).toISOString();

/** Zones with odd offsets, with changes at midnight, by half an hour, in the south, and none at all. */
const zones = [
  'Europe/Zurich',
  'America/New_York',
  'America/Bogota',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Africa/Casablanca',
  'UTC',
].map((zone) => timeZoneSchema.parse(zone));

describe('the moment at which clocks show a day and time', () => {
  it.each([
    ['in winter', 'Europe/Madrid', '2025-11-28', '17:00', '2025-11-28T16:00:00.000Z'],
    ['in summer', 'Europe/Madrid', '2025-07-28', '17:00', '2025-07-28T15:00:00.000Z'],
    ['west of Greenwich', 'America/Bogota', '2025-11-21', '18:00', '2025-11-21T23:00:00.000Z'],
    ['on the next day of UTC', 'America/Los_Angeles', '2025-11-21', '18:00', '2025-11-22T02:00:00.000Z'],
    ['on the day before of UTC', 'Pacific/Kiritimati', '2025-11-21', '08:00', '2025-11-20T18:00:00.000Z'],
    ['a quarter of an hour off', 'Asia/Kathmandu', '2025-11-21', '18:00', '2025-11-21T12:15:00.000Z'],
    ['twice, which is the first time', 'Europe/Zurich', '2025-10-26', '02:30', '2025-10-26T00:30:00.000Z'],
    ['never, which is an hour later', 'Europe/Zurich', '2025-03-30', '02:30', '2025-03-30T01:30:00.000Z'],
    ['on a day that was skipped', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00:00.000Z'],
    ['half an hour twice', 'Australia/Lord_Howe', '2025-04-06', '01:45', '2025-04-05T14:45:00.000Z'],
    ['at a midnight that is skipped', 'America/Santiago', '2025-09-07', '00:00', '2025-09-07T04:00:00.000Z'],
  ])('%s: %s %s %s', (_, zone, day, time, expected) => {
    expect(at(zone, day, time)).toBe(expected);
  });

  it('leads back to the moment, or to the first of two at which clocks show the same', () => {
    const minutes = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, moment) => {
        const { day, time } = shownInSweden(zone, moment);
        const found = instantIn(zone, calendarDaySchema.parse(day), clockTimeSchema.parse(time));
        expect(shownInSweden(zone, found)).toEqual({ day, time });
        expect(found.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(moment.getTime() - found.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(dayIn(zone, moment)).toBe(day);
        expect(timeIn(zone, moment)).toBe(time);
      }),
      { numRuns: 300 },
    );
  });
});

/** The same question asked in another way: Swedish clocks are written as in ISO 8601. */
function shownInSweden(timeZone: string, moment: Date): { day: string; time: string } {
  const [day = '', time = ''] = moment.toLocaleString('sv-SE', { timeZone }).split(' ');
  return { day, time: time.slice(0, 5) };
}

describe('a time zone', () => {
  it.each(['Europe/Zurich', 'america/bogota', 'UTC', 'Asia/Calcutta'])('may be %s', (name) => {
    expect(timeZoneSchema.safeParse(name).success).toBe(true);
  });

  it.each(['', 'Zurich', 'W. Europe Standard Time', '+01:00', 'Europe/Zürich', 'x'.repeat(61)])(
    'is never %j',
    (name) => {
      expect(timeZoneSchema.safeParse(name).success).toBe(false);
    },
  );
});

it.each(['2025-02-29', '2025-13-01', '28.11.2025', '', '2025-11-28T00:00'])('%j is no day', (text) => {
  expect(calendarDaySchema.safeParse(text).success).toBe(false);
});
