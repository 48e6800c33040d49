import { z } from 'zod';

/** How many entries there were at the end of one day's comparison. */
const dailyCountSchema = z.object({
  /** UTC. */
  day: z.iso.date(),
  /** On the list. */
  entryCount: z.int().nonnegative(),
  /** On all lists of the organisation, ours and others. */
  organisationEntryCount: z.int().nonnegative(),
});

export type DailyCount = z.infer<typeof dailyCountSchema>;

/** Two months show a trend; older counts tell of other times. */
export const mostDailyCounts = 60;

/** One a day, oldest first. */
export const dailyCountsSchema = z.array(dailyCountSchema).max(mostDailyCounts);

/** The counts with one more; a second one of the same day takes the first one's place. */
export function withDailyCount(counts: readonly DailyCount[], count: DailyCount): DailyCount[] {
  const others = counts.filter(({ day }) => day !== count.day);
  return [...others, count].sort((one, other) => one.day.localeCompare(other.day)).slice(-mostDailyCounts);
}
