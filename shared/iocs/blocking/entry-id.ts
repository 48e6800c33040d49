import { z } from 'zod';

/**
 * How a block destination names one of its entries, in whatever words its vendor has. Nobody but the destination
 * reads anything into it.
 */
export const entryIdSchema = z.string().min(1).max(512).brand<'EntryId'>();
export type EntryId = z.infer<typeof entryIdSchema>;
