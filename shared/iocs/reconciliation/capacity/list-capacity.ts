import { z } from 'zod';
import type { DailyCount } from './daily-counts.ts';
import { daysUntilFull } from './days-until-full.ts';

/** From this share on, a person should know. */
const fillingShare = 0.8;

/** A list that is full within this time is worth a message, in days. */
const fillingWithinDays = 30;

const millisecondsPerDay = 86_400_000;

export const listCapacitySchema = z.object({
  entryCount: z.int().nonnegative(),
  mostEntries: z.int().positive(),
  organisationEntryCount: z.int().nonnegative(),
  mostEntriesOfOrganisation: z.int().positive().optional(),
  /** Until the list or its organisation is full, whichever comes first; missing where neither seems to fill. */
  daysUntilFull: z.number().nonnegative().optional(),
  fullOn: z.iso.date().optional(),
  /** Nearly full, or full soon. */
  isFilling: z.boolean(),
});

export type ListCapacity = z.infer<typeof listCapacitySchema>;

/** How full a list and its organisation are, and when one of them will be; pure. */
export function listCapacity(
  counts: readonly DailyCount[],
  latest: DailyCount,
  limits: { mostEntries: number; mostEntriesOfOrganisation?: number | undefined },
): ListCapacity {
  const { entryCount, organisationEntryCount, day } = latest;
  const { mostEntries, mostEntriesOfOrganisation: ofOrganisation } = limits;
  const organisationCounts = counts.map((count) => ({
    day: count.day,
    entryCount: count.organisationEntryCount,
  }));
  const forecasts = [
    daysUntilFull(counts, mostEntries),
    ofOrganisation === undefined ? undefined : daysUntilFull(organisationCounts, ofOrganisation),
  ].filter((days) => days !== undefined);
  const soonest = forecasts.length > 0 ? Math.min(...forecasts) : undefined;
  const share = Math.max(
    entryCount / mostEntries,
    ofOrganisation === undefined ? 0 : organisationEntryCount / ofOrganisation,
  );
  return {
    entryCount,
    mostEntries,
    organisationEntryCount,
    ...(ofOrganisation === undefined ? {} : { mostEntriesOfOrganisation: ofOrganisation }),
    ...(soonest === undefined ? {} : forecast(day, soonest)),
    isFilling: share >= fillingShare || (soonest !== undefined && soonest <= fillingWithinDays),
  };
}

/** A date more than a century away is none that anybody plans by. */
const farthestForecastDays = 36_500;

function forecast(day: string, days: number): Pick<ListCapacity, 'daysUntilFull' | 'fullOn'> {
  if (days > farthestForecastDays) return {};
  const fullOn = new Date(Date.parse(day) + Math.floor(days) * millisecondsPerDay);
  return { daysUntilFull: Math.floor(days), fullOn: fullOn.toISOString().slice(0, 'yyyy-mm-dd'.length) };
}
