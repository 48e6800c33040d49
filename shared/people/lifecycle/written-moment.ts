import {
  type CalendarDay,
  type ClockTime,
  calendarDaySchema,
  clockTimeSchema,
  type TimeZone,
  timeZoneSchema,
} from '../../time/zoned-time.ts';

/** A moment as somebody wrote it: on clocks somewhere, perhaps without a time, or as an instant for all the world. */
export type WrittenMoment =
  | {
      readonly kind: 'local';
      readonly day: CalendarDay;
      readonly time?: ClockTime | undefined;
      readonly timeZone?: TimeZone | undefined;
    }
  | { readonly kind: 'instant'; readonly at: Date };

/** In which order 03/04/2026 is written. */
export type DateOrder = 'day-first' | 'month-first';

const dayPattern = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{1,2})\/(\d{1,2})\/(\d{4}))/;
const timePattern = /^(?:T|\s+)(\d{1,2}:\d\d)(?::\d\d(?:\.\d{1,9})?)?/;
const offsetPattern = /^(?:\s?Z|\s?[+-]\d\d:?\d\d)$/i;

/**
 * Reads `2025-11-28`, `28.11.2025`, `28/11/2025` if the order is known, each perhaps with a time and a time zone or
 * an offset. Whatever is not wholly understood is `undefined`: a date that is guessed cuts somebody off too early.
 */
export function writtenMoment(text: string, dateOrder?: DateOrder): WrittenMoment | undefined {
  const trimmed = text.trim();
  const written = dayPattern.exec(trimmed);
  const day = written && dayOf(written, dateOrder);
  if (!day) return undefined;
  const afterDay = trimmed.slice(written[0].length);
  const writtenTime = timePattern.exec(afterDay);
  const time = clockTimeSchema.safeParse(writtenTime?.[1]?.padStart(5, '0')).data;
  if (writtenTime && time === undefined) return undefined;
  const zone = afterDay.slice(writtenTime?.[0].length ?? 0);
  if (offsetPattern.test(zone)) return atOffset(day, time, zone.trim());
  const timeZone = zone.trim() === '' ? undefined : timeZoneSchema.safeParse(zone.trim()).data;
  if (zone.trim() !== '' && (timeZone === undefined || !/^\s/.test(zone))) return undefined;
  return { kind: 'local', day, time: saidTime(time), timeZone };
}

function dayOf(written: RegExpExecArray, dateOrder: DateOrder | undefined): CalendarDay | undefined {
  const [, isoYear, isoMonth, isoDay, dottedDay, dottedMonth, dottedYear, first, second, slashedYear] =
    written;
  if (isoYear) return dayFrom(isoYear, isoMonth, isoDay);
  if (dottedYear) return dayFrom(dottedYear, dottedMonth, dottedDay);
  if (dateOrder === undefined) return undefined;
  return dateOrder === 'day-first'
    ? dayFrom(slashedYear, second, first)
    : dayFrom(slashedYear, first, second);
}

function dayFrom(year = '', month = '', day = ''): CalendarDay | undefined {
  return calendarDaySchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}

function atOffset(day: CalendarDay, time: ClockTime | undefined, offset: string): WrittenMoment | undefined {
  if (time === undefined) return undefined;
  if (saidTime(time) === undefined) return { kind: 'local', day };
  const at = new Date(`${day}T${time}${offset.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(at.getTime()) ? undefined : { kind: 'instant', at };
}

/** Systems that know only moments write a day as its midnight. Nobody's last day ends before it has begun. */
function saidTime(time: ClockTime | undefined): ClockTime | undefined {
  return time === '00:00' ? undefined : time;
}
