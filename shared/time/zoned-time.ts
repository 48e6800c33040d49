import { z } from 'zod';

/** A day in the calendar, wherever: `2025-11-28`. */
export const calendarDaySchema = z.iso.date({ error: 'a day such as 2025-11-28' }).brand<'CalendarDay'>();
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/** A time on the clock, to the minute: `17:00`. */
export const clockTimeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as 17:00, from 00:00 to 23:59')
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof clockTimeSchema>;

/**
 * A time zone with its rules, as the IANA names them: `Europe/Zurich`.
 * @see https://www.iana.org/time-zones
 */
export const timeZoneSchema = z
  .string()
  .max(60)
  .refine((name) => isTimeZone(name), { error: 'an IANA time zone such as Europe/Zurich' })
  .brand<'TimeZone'>();
export type TimeZone = z.infer<typeof timeZoneSchema>;

/**
 * Fixed offsets are left out although some runtimes know them: they have no summer time, so a working day written
 * with one ends at the wrong hour for half of the year.
 */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const millisecondsPerDay = 86_400_000;

/**
 * The moment at which clocks in a time zone show this day and time. Where they show it twice (the end of summer time)
 * it is the first; where they skip it, it is as much later as the clocks jump. The same choice as `Temporal` makes.
 * @see https://tc39.es/proposal-temporal/docs/timezone.html
 */
export function instantIn(timeZone: TimeZone, day: CalendarDay, time: ClockTime): Date {
  const asIfUtc = Date.parse(`${day}T${time}Z`);
  // No clock is further than 14 hours from UTC, so these lie on either side of the moment and of a change around it.
  const offsetBefore = offsetMilliseconds(timeZone, asIfUtc - millisecondsPerDay);
  const offsetAfter = offsetMilliseconds(timeZone, asIfUtc + millisecondsPerDay);
  const shown = [asIfUtc - offsetBefore, asIfUtc - offsetAfter].filter(
    (instant) => instant + offsetMilliseconds(timeZone, instant) === asIfUtc,
  );
  return new Date(shown.length > 0 ? Math.min(...shown) : asIfUtc - offsetBefore);
}

/** The day in the calendar of a time zone at a moment. */
export function dayIn(timeZone: TimeZone, instant: Date): CalendarDay {
  const local = new Date(instant.getTime() + offsetMilliseconds(timeZone, instant.getTime()));
  return calendarDaySchema.parse(local.toISOString().slice(0, 10));
}

/** What clocks in a time zone show at a moment, to the minute. */
export function timeIn(timeZone: TimeZone, instant: Date): ClockTime {
  const local = new Date(instant.getTime() + offsetMilliseconds(timeZone, instant.getTime()));
  return clockTimeSchema.parse(local.toISOString().slice(11, 16));
}

/** By how much clocks there are ahead of UTC. */
function offsetMilliseconds(timeZone: TimeZone, instant: number): number {
  const shown = new Map(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? Number.NaN;
  const asIfUtc = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return asIfUtc - Math.floor(instant / 1_000) * 1_000;
}

/** Making one takes longer than all else here; there are as many as time zones in use. */
const formats = new Map<TimeZone, Intl.DateTimeFormat>();

function formatIn(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
