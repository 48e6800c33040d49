import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scheduleExpression } from '#shared/aws/schedule-expression.ts';
import { timeZoneSchema } from '#shared/time/zoned-time.ts';

it.each([
  [
    'in the time zone of the people',
    '2026-11-20T17:00:00Z',
    'Europe/Zurich',
    '2026-11-20T18:00:00',
    'Europe/Zurich',
  ],
  ['on the other day there', '2026-11-20T17:00:00Z', 'Asia/Tokyo', '2026-11-21T02:00:00', 'Asia/Tokyo'],
  ['with half an hour', '2026-11-20T17:00:00Z', 'Asia/Kolkata', '2026-11-20T22:30:00', 'Asia/Kolkata'],
  ['never before the moment', '2026-11-20T17:00:00.001Z', 'UTC', '2026-11-20T17:00:01', 'UTC'],
  [
    'in UTC, in the hour that comes twice',
    '2026-10-25T00:30:00Z',
    'Europe/Zurich',
    '2026-10-25T00:30:00',
    'UTC',
  ],
  [
    'in UTC, on the day without one of its hours',
    '2026-03-29T12:00:00Z',
    'Europe/Zurich',
    '2026-03-29T12:00:00',
    'UTC',
  ],
])('a moment is told %s', (_, at, timeZone, expected, shown) => {
  expect(scheduleExpression(new Date(at), timeZoneSchema.parse(timeZone))).toEqual({
    ScheduleExpression: `at(${expected})`,
    ScheduleExpressionTimezone: shown,
  });
});

it('whatever the moment and the place, it is told in the form that the service takes', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const zones = fc.constantFrom(
    'Europe/Zurich',
    'America/Bogota',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  );
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      expect(scheduleExpression(at, timeZoneSchema.parse(zone)).ScheduleExpression).toMatch(
        /^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/,
      );
    }),
    { numRuns: 50 },
  );
});
