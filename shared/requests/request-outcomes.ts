import { z } from 'zod';
import { connectionNameSchema, organisationNameSchema } from '../config/names.ts';
import { destinationReferenceSchema } from '../events/destination-reference.ts';
import { severities } from '../events/severity.ts';
import { indicatorTypes } from '../iocs/indicator.ts';
import { terminalStatuses } from '../iocs/indicator-status.ts';
import { type RequestId, requestIdSchema } from './request-id.ts';

/** How one indicator of a request ended. */
export const indicatorOutcomeSchema = z.object({
  value: z.string(),
  /** Missing where the value is no indicator. */
  type: z.enum(indicatorTypes).optional(),
  /** `held` is the one that is not the end: a person decides, and what is approved has an outcome of its own. */
  status: z.enum([...terminalStatuses, 'held']),
  /** Given for every status that is not a plain success. */
  reason: z.string().optional(),
  /** When it was proved to be on an enforced list. */
  verifiedAt: z.iso.datetime().optional(),
  /** When the block ends unless it is asked for again. */
  leaseUntil: z.iso.datetime().optional(),
  /** Where the part's own list had no room: the list that took it. */
  overflowedTo: destinationReferenceSchema.optional(),
  /** With `held`: the reason as a sentence, for the person who decides. */
  explanation: z.string().max(200).optional(),
  /** With `held`: how many identities used it in the last 7 days, where the reports were asked. */
  touchedIdentities: z.int().nonnegative().optional(),
});

export type IndicatorOutcome = z.infer<typeof indicatorOutcomeSchema>;

/** How one part of a request ended: every indicator in it has exactly one status, terminal or `held`. */
export const partOutcomeSchema = z.object({
  requestId: requestIdSchema,
  part: z.int().nonnegative(),
  connection: connectionNameSchema.optional(),
  /** What the sender told, as it came: an approved part repeats it. */
  source: z.string().optional(),
  ticket: z.string().optional(),
  link: z.string().optional(),
  severity: z.enum(severities).optional(),
  confidence: z.number().optional(),
  organisation: organisationNameSchema,
  destinationList: destinationReferenceSchema,
  receivedAt: z.iso.datetime(),
  completedAt: z.iso.datetime(),
  indicators: z.array(indicatorOutcomeSchema),
});

export type PartOutcome = z.infer<typeof partOutcomeSchema>;

/** Where the outcomes of requests are kept. */
export interface RequestOutcomes {
  /** The recorded outcomes of those of `parts` that have one. */
  find(parts: readonly { requestId: RequestId; part: number }[]): Promise<PartOutcome[]>;
  /** Records; a repeat replaces. */
  save(outcome: PartOutcome): Promise<void>;
}

/** Whether the worker is done with a part, though a person may not be. One with a failure is tried again when its message comes back. */
export function isComplete(outcome: PartOutcome): boolean {
  return outcome.indicators.every((indicator) => indicator.status !== 'failed');
}
