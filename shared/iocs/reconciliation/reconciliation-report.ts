import { z } from 'zod';
import { destinationListNameSchema, organisationNameSchema, stageNameSchema } from '../../config/names.ts';
import { listCapacitySchema } from './capacity/list-capacity.ts';

const list = { organisation: organisationNameSchema, destinationList: destinationListNameSchema };

/** How far a list and the ledger were apart. All but `notOurs` has been put right in the ledger. */
export const driftSchema = z.object({
  /** In the ledger, but no longer on the list. */
  removedByHand: z.int().nonnegative(),
  /** Ours, until somebody changed its comment. */
  takenOver: z.int().nonnegative(),
  /** On the list with our comment, but not in the ledger. */
  unknownButOurs: z.int().nonnegative(),
  /** On the list, and never asked for here: somebody else's, and left alone. */
  notOurs: z.int().nonnegative(),
});

export type Drift = z.infer<typeof driftSchema>;

export const comparedListSchema = z.object({
  ...list,
  /** `partial`: something was left for the next run, and `explanation` says what. */
  outcome: z.enum(['complete', 'partial']),
  explanation: z.string().optional(),
  entriesRead: z.int().nonnegative(),
  drift: driftSchema,
  /** Rows of the ledger that were changed. */
  rowsPutRight: z.int().nonnegative(),
  enforcement: z.enum(['enforced', 'not-enforced', 'unsafe']),
  enforcementReason: z.string().optional(),
  blocksEnforced: z.int().nonnegative(),
  capacity: listCapacitySchema,
});

export type ComparedList = z.infer<typeof comparedListSchema>;

/** What has become of one list. */
export const listReconciliationSchema = z.discriminatedUnion('outcome', [
  comparedListSchema,
  z.object({ ...list, outcome: z.literal('failed'), explanation: z.string() }),
  /** The time was over before its turn came; the next run begins with it. */
  z.object({ ...list, outcome: z.literal('not-reached') }),
]);

export type ListReconciliation = z.infer<typeof listReconciliationSchema>;

export const reconciliationReportSchema = z.object({
  version: z.literal(1),
  stage: stageNameSchema,
  beganAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  lists: z.array(listReconciliationSchema),
});

export type ReconciliationReport = z.infer<typeof reconciliationReportSchema>;

/** What `reconcile-lists` is called with: nothing for every list, or one of them. */
export const reconcileRequestSchema = z.strictObject({
  destinationList: destinationListNameSchema.optional(),
});
