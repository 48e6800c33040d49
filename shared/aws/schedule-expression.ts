import type { TimeZone } from '../time/zoned-time.ts';

/** When a one-time schedule begins, as EventBridge Scheduler wants it told. */
export interface ScheduleExpression {
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone: string;
}

const millisecondsPerSecond = 1_000;
const millisecondsPerDay = 86_400_000;

/**
 * A moment in whole seconds, never before it. In the time zone where people look at it; in UTC where clocks there are
 * changed within a day: then one time may be shown twice, or never.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time
 */
export function scheduleExpression(at: Date, timeZone: TimeZone): ScheduleExpression {
  const second = Math.ceil(at.getTime() / millisecondsPerSecond) * millisecondsPerSecond;
  const offsets = [second - millisecondsPerDay, second, second + millisecondsPerDay].map(
    (instant) => Date.parse(`${clockText(instant, timeZone)}Z`) - instant,
  );
  const shown = new Set(offsets).size === 1 ? timeZone : 'UTC';
  return {
    ScheduleExpression: `at(${clockText(second, shown)})`,
    ScheduleExpressionTimezone: shown,
  };
}

/** What a clock there shows: `2026-11-20T18:00:00`. Swedes write dates as ISO 8601 does. */
function clockText(instant: number, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
}
