import { z } from 'zod';
import type { DestinationListName, OrganisationName } from '../../config/names.ts';
import type { Enforcement } from '../blocking/block-destination.ts';
import { dailyCountsSchema } from './capacity/daily-counts.ts';

/** What is kept of a list from one comparison to the next. */
export const listRecordSchema = z.object({
  reconciledAt: z.iso.datetime(),
  /** What the rules made of the list then. */
  enforcement: z.enum(['enforced', 'not-enforced', 'unsafe']),
  /** Why, where it was not enforced; records of earlier versions do not say. */
  reason: z.string().optional(),
  /** Entries that stood there then and were never asked for here. */
  notOurs: z.int().nonnegative(),
  dailyCounts: dailyCountsSchema,
});

export type ListRecord = z.infer<typeof listRecordSchema>;

/** Remembers each list from one comparison to the next. */
export interface ListRecords {
  find(organisation: OrganisationName, list: DestinationListName): Promise<ListRecord | undefined>;
  /** What the rules made of the list when it was last looked at, by a writer or by a comparison. */
  lastLook(organisation: OrganisationName, list: DestinationListName): Promise<Enforcement | undefined>;
  save(organisation: OrganisationName, list: DestinationListName, record: ListRecord): Promise<void>;
}
