import { z } from 'zod';
import { requestIdSchema } from '../requests/request-id.ts';

/** What a person can decide about held indicators. */
export const decisionKinds = ['approve', 'reject'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Longest name of who decided; an operator's ARN fits. */
export const longestDeciderName = 250;

const common = {
  requestId: requestIdSchema,
  part: z.int().nonnegative(),
  /** As they named themselves on the page, or the ARN that IAM believed; {@link through} tells which. */
  decidedBy: z.string().min(1).max(longestDeciderName),
  through: z.enum(['link', 'operator-route']),
  decidedAt: z.iso.datetime(),
};

/**
 * The one decision about the held indicators of one part. Approved is done in two steps:
 * recorded, and then passed on to the worker as a command; `publishedAt` tells that the second happened.
 */
export const partDecisionSchema = z.discriminatedUnion('decision', [
  z.object({ ...common, decision: z.literal('approve'), publishedAt: z.iso.datetime().optional() }),
  z.object({ ...common, decision: z.literal('reject') }),
]);

export type PartDecision = z.infer<typeof partDecisionSchema>;

/** Who decides, and how they came to it. */
export interface Decider {
  readonly decidedBy: PartDecision['decidedBy'];
  readonly through: PartDecision['through'];
}
