import { z } from 'zod';
import { destinationListNameSchema } from '../config/names.ts';
import { requestIdSchema } from '../requests/request-id.ts';
import { indicatorSchema } from './indicator.ts';

const common = {
  indicator: indicatorSchema,
  destinationList: destinationListNameSchema,
  /** The request that first asked for it. */
  requestId: requestIdSchema,
  /** `someone-else`: it stood there before us, so it is not ours to remove. */
  addedBy: z.enum(['us', 'someone-else']),
  /** When it was first asked for, as ISO 8601. */
  firstSeenAt: z.iso.datetime(),
  /** The vendor's id of the entry, where a read has shown it; removing needs it. */
  destinationId: z.int().positive().optional(),
};

/**
 * One indicator on one destination list, as the ledger keeps it. The life is:
 * posted → `enforced` (on a list that an enabled block rule uses) or `stored-not-enforced` (on a list without effect),
 * and between these two as the rules change.
 */
export const blockSchema = z.discriminatedUnion('status', [
  z.object({ ...common, status: z.literal('enforced'), verifiedAt: z.iso.datetime() }),
  z.object({
    ...common,
    status: z.literal('stored-not-enforced'),
    storedAt: z.iso.datetime(),
    reason: z.string(),
  }),
]);

export type Block = z.infer<typeof blockSchema>;
