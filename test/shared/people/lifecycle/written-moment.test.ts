import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenMoment } from '#shared/people/lifecycle/written-moment.ts';

const local = (day: string, time?: string, timeZone?: string) => ({ kind: 'local', day, time, timeZone });
const instant = (at: string) => ({ kind: 'instant', at: new Date(at) });

describe('a moment is read that is written as', () => {
  it.each([
    ['2025-11-28', local('2025-11-28')],
    [' 2025-11-28 ', local('2025-11-28')],
    ['28.11.2025', local('2025-11-28')],
    ['1.2.2026', local('2026-02-01')],
    ['2025-11-28 17:00', local('2025-11-28', '17:00')],
    ['2025-11-28 9:30:15', local('2025-11-28', '09:30')],
    ['2025-11-28T17:00:00.000', local('2025-11-28', '17:00')],
    ['28.11.2025 17:00 Europe/Madrid', local('2025-11-28', '17:00', 'Europe/Madrid')],
    ['2025-11-28 Europe/Madrid', local('2025-11-28', undefined, 'Europe/Madrid')],
    ['2025-11-28T17:00:00+01:00', instant('2025-11-28T16:00:00Z')],
    ['2025-11-28T17:00:00.000-0500', instant('2025-11-28T22:00:00Z')],
    ['2025-11-28T17:00Z', instant('2025-11-28T17:00:00Z')],
  ])('%s', (text, expected) => {
    expect(writtenMoment(text)).toEqual(expected);
  });

  it.each(['2025-11-28T00:00:00.000Z', '2025-11-28 00:00:00', '2025-11-28T00:00:00+01:00'])(
    '%s, a midnight, which is how many systems write a day',
    (text) => {
      expect(writtenMoment(text)).toEqual(local('2025-11-28'));
    },
  );

  it('28/11/2025 only where the order is known', () => {
    expect(writtenMoment('03/04/2026')).toBeUndefined();
    expect(writtenMoment('03/04/2026', 'day-first')).toEqual(local('2026-04-03'));
    expect(writtenMoment('03/04/2026', 'month-first')).toEqual(local('2026-03-04'));
    expect(writtenMoment('28/11/2025', 'month-first')).toBeUndefined();
  });
});

it.each([
  '',
  'tomorrow',
  '2025-02-30',
  '31.04.2025',
  '28.11.25',
  '2025-11-28 25:00',
  '2025-11-28 17:00 Madrid time',
  '2025-11-28T17:00Europe/Madrid',
  '2025-11-28+01:00',
  '2025-11-281',
  '45989',
])('%j is not understood, and nothing is guessed', (text) => {
  expect(writtenMoment(text, 'day-first')).toBeUndefined();
});

it('whatever is written, the moment can be shown or there is none', () => {
  const digits = fc.stringMatching(/^\d{1,4}[-./]\d{1,4}[-./]\d{1,4}[T ]?[\d:]{0,8}[ +Z\d:]{0,6}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (text) => {
      const moment = writtenMoment(text, 'day-first');
      if (moment?.kind === 'instant') expect(() => moment.at.toISOString()).not.toThrow();
      if (moment?.kind === 'local') expect(Number.isNaN(Date.parse(moment.day))).toBe(false);
    }),
  );
});
