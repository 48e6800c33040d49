import { plainLine } from '../../approvals/plain-line.ts';
import { instantIn, type TimeZone, timeZoneSchema } from '../../time/zoned-time.ts';
import { isRefusal, type Refusal, refusal } from './change-reading.ts';
import type { LifecycleAction } from './claimed-action.ts';
import type { ClaimedChange } from './claimed-change.ts';
import type { EffectiveTime } from './effective-time.ts';
import type { ReadingContext, ReadingSettings } from './reading-context.ts';
import { writtenMoment } from './written-moment.ts';

/** The time zone where somebody works: the one that is told, that of the location, or the usual one. */
export function claimedTimeZone(
  { timeZone: told, location }: ClaimedChange,
  { timeZone: usual, timeZonesByLocation }: Pick<ReadingSettings, 'timeZone' | 'timeZonesByLocation'>,
): { readonly timeZone: TimeZone } | Refusal {
  if (told) {
    const timeZone = timeZoneSchema.safeParse(told).data;
    return timeZone
      ? { timeZone }
      : refusal(
          'time-zone-unknown',
          `${JSON.stringify(plainLine(told, 60))} is no IANA time zone; one such as Europe/Zurich is expected.`,
        );
  }
  const wanted = location?.toLowerCase();
  const known = Object.entries(timeZonesByLocation).find(([place]) => place.toLowerCase() === wanted);
  return { timeZone: known?.[1] ?? usual };
}

/**
 * When it takes effect: at the moment that is told. A day without a time means that joiners are in at the start of the
 * working day there, and leavers out at its end.
 */
export function claimedTime(
  action: LifecycleAction,
  claims: ClaimedChange,
  { settings, source }: Pick<ReadingContext, 'settings' | 'source'>,
): EffectiveTime | Refusal {
  const text = action === 'onboard' ? claims.startDay : claims.lastDay;
  const which = action === 'onboard' ? 'first' : 'last';
  if (!text) return refusal('date-missing', `No ${which} day is told, and it is not said to be immediate.`);
  const written = writtenMoment(text, source.dateOrder);
  if (!written) {
    return refusal(
      'date-unreadable',
      `The ${which} day cannot be read: expected is 2026-11-28 or 28.11.2026, perhaps with 17:00 and a time zone; 28/11/2026 needs the source's dateOrder.`,
    );
  }
  const there = claimedTimeZone(claims, settings);
  if (isRefusal(there)) return there;
  if (written.kind === 'instant') return { kind: 'scheduled', at: written.at, timeZone: there.timeZone };
  const timeZone = written.timeZone ?? there.timeZone;
  const { start, end } = settings.workingDay;
  const time = written.time ?? (action === 'onboard' ? start : end);
  return { kind: 'scheduled', at: instantIn(timeZone, written.day, time), timeZone };
}
