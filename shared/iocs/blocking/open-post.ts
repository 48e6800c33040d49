import { z } from 'zod';
import { destinationListNameSchema } from '../../config/names.ts';
import { blockReportSchema } from '../block.ts';
import { indicatorSchema } from '../indicator.ts';

/** One indicator on its way to a list, with all that its block needs once it stands there. */
export const pendingEntrySchema = z.object({
  indicator: indicatorSchema,
  comment: z.string().max(255),
  /** The requests that ask for it, the one that it is posted for first. */
  reports: z.tuple([blockReportSchema], blockReportSchema),
  leaseUntil: z.iso.datetime(),
  /** Where the request is large enough to come in several messages: the list it asks for, to count it by. */
  countedForList: destinationListNameSchema.optional(),
});

export type PendingEntry = z.infer<typeof pendingEntrySchema>;

/**
 * A post as it is written down before it is sent. If the worker dies between post and record, the next one finds it,
 * looks at the list, and knows what happened: nothing is posted twice and nothing is forgotten.
 */
export const openPostSchema = z.object({
  postId: z.string().min(1),
  destinationList: destinationListNameSchema,
  /** Entries on the list before the post, where the vendor says so. */
  entryCountBefore: z.int().nonnegative().optional(),
  entries: z.tuple([pendingEntrySchema], pendingEntrySchema),
  openedAt: z.iso.datetime(),
});

export type OpenPost = z.infer<typeof openPostSchema>;
