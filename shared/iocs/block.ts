import { z } from 'zod';
import { connectionNameSchema, destinationListNameSchema } from '../config/names.ts';
import { requestIdSchema } from '../requests/request-id.ts';
import { entryIdSchema } from './blocking/entry-id.ts';
import { indicatorSchema } from './indicator.ts';

/** One request that asked for a block. */
export const blockReportSchema = z.object({
  requestId: requestIdSchema,
  connection: connectionNameSchema.optional(),
  source: z.string().optional(),
  ticket: z.string().optional(),
  reportedAt: z.iso.datetime(),
  /** Who approved it, where it had been held. */
  approvedBy: z.string().max(250).optional(),
});

export type BlockReport = z.infer<typeof blockReportSchema>;

/** Something that happened to a block, for whoever asks later why it is there or is not. */
const blockChangeSchema = z.object({
  at: z.iso.datetime(),
  change: z.enum([
    'stored',
    'enforced',
    'no-longer-enforced',
    'renewed',
    'taken-over',
    'released',
    'found-on-list',
    'rebuilt-from-comment',
    /** The request in `by` was rolled back; others ask for it still. */
    'report-withdrawn',
  ]),
  /** Who or what: a request id, the ARN of an operator, a reason in a few words. */
  by: z.string().max(250).optional(),
});

export type BlockChange = z.infer<typeof blockChangeSchema>;

/** Why a block ended. */
export const releaseReasons = [
  'lease-ended',
  'released-by-operator',
  'request-rolled-back',
  'removed-by-hand',
] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** A row must stay far below 400 KB, and a post of 500 fit into a few transactions: older ones are dropped. */
export const mostReportsKept = 25;
export const mostChangesKept = 25;

const common = {
  indicator: indicatorSchema,
  destinationList: destinationListNameSchema,
  /** The request that first asked for it. */
  requestId: requestIdSchema,
  /** When it was first asked for, as ISO 8601. */
  firstSeenAt: z.iso.datetime(),
  /** When it was last asked for. */
  lastSeenAt: z.iso.datetime(),
  /** Every request that asked for it, oldest first; of more than {@link mostReportsKept} the latest. */
  reports: z.array(blockReportSchema),
  history: z.array(blockChangeSchema),
};

/** What stands on a list. */
const standing = {
  ...common,
  /** `someone-else`: it stood there before us, or was taken over by hand; it is not ours to remove. */
  addedBy: z.enum(['us', 'someone-else']),
  /** When the block ends by itself: a full hour. Missing where it is not ours. */
  leaseUntil: z.iso.datetime().optional(),
  /** As we wrote it beside the entry: what stands there with another comment is no longer ours. */
  comment: z.string().optional(),
  /** The destination's name of the entry, where a read has shown it; removing needs it. */
  entryId: entryIdSchema.optional(),
};

const currentBlockSchema = z.discriminatedUnion('status', [
  z.object({ ...standing, status: z.literal('enforced'), verifiedAt: z.iso.datetime() }),
  z.object({
    ...standing,
    status: z.literal('stored-not-enforced'),
    storedAt: z.iso.datetime(),
    reason: z.string(),
    /** The reason is the entry's own, whatever the rest of the destination does. */
    isOfEntryAlone: z.literal(true).optional(),
  }),
  z.object({
    ...common,
    status: z.literal('released'),
    releasedAt: z.iso.datetime(),
    because: z.enum(releaseReasons),
    /** The operator, where one asked for it. */
    releasedBy: z.string().max(250).optional(),
    /** Until then the lease would have lasted: a person's release is respected so long. */
    leaseUntil: z.iso.datetime().optional(),
  }),
]);

/**
 * One indicator on one destination list, as the ledger keeps it. The life is:
 * posted → `enforced` (on a list that an enabled block rule uses) or `stored-not-enforced` (on a list without effect),
 * between these two as the rules change, and at last `released`. A released one that is reported again starts anew.
 */
export const blockSchema = z.preprocess(namedByEntryId, currentBlockSchema);

export type Block = z.infer<typeof blockSchema>;
/** A block that stands on its list. */
export type StandingBlock = Exclude<Block, { status: 'released' }>;
export type ReleasedBlock = Extract<Block, { status: 'released' }>;

export function isStanding(block: Block): block is StandingBlock {
  return block.status !== 'released';
}

/** The block with one more change in its history, the oldest dropped where there are too many. */
export function withChange<B extends Block>(block: B, change: BlockChange): B {
  return { ...block, history: [...block.history, change].slice(-mostChangesKept) };
}

/** Rows of earlier versions hold the number of a destination, where rows now hold the name of an entry. */
function namedByEntryId(row: unknown): unknown {
  const former = z.looseObject({ destinationId: z.int().positive() }).safeParse(row);
  if (!former.success) return row;
  const { destinationId, ...rest } = former.data;
  return { entryId: String(destinationId), ...rest };
}
