import { z } from 'zod';
import type { Clock } from '../../../time/clock.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { readReportPage } from './report-page.ts';
import type { ReportTerm } from './report-term.ts';

/** How far back the reports are asked, in days. */
const reportedDays = 7;

/** Rows for one identity each. Their ids are numbers by the description; text would do as well. */
const rowSchema = z.object({ identity: z.object({ id: z.union([z.number(), z.string()]) }) });

/** What to read of the report. All values of `terms` are of one parameter. */
export interface TopIdentitiesQuery {
  readonly parameter: ReportTerm['parameter'];
  readonly values: readonly string[];
  readonly offset: number;
  /** Most rows in the answer. */
  readonly limit: number;
}

/** Epoch milliseconds, so that all pages are cut from the same days. */
export interface ReportedPeriod {
  readonly from: number;
  readonly to: number;
}

export function lastDays(clock: Clock): ReportedPeriod {
  const to = clock.now().getTime();
  return { from: to - reportedDays * 86_400_000, to };
}

/**
 * The identities that went to one of the destinations, over all kinds of traffic, those with most requests first; one
 * page. Of all reports it answers "how many, and was there any" with the fewest rows: the activity reports have a row
 * for every request, this one a row for every identity.
 * @returns ids of identities, in their order
 * @see https://developer.cisco.com/docs/cloud-security/get-top-identities
 */
export async function readTopIdentities(
  client: AuthorisedClient,
  { from, to }: ReportedPeriod,
  { parameter, values, offset, limit }: TopIdentitiesQuery,
): Promise<string[]> {
  const query = new URLSearchParams({
    from: String(from),
    to: String(to),
    offset: String(offset),
    limit: String(limit),
    [parameter]: values.join(','),
  });
  const rows = await readReportPage(client, `/reports/v2/top-identities?${query}`, rowSchema);
  return rows.map(({ identity }) => String(identity.id));
}
