import { z } from 'zod';
import { connectionNameSchema, organisationNameSchema } from '../config/names.ts';
import { severities } from '../events/severity.ts';
import { requestIdSchema } from '../requests/request-id.ts';
import { verdictDecisionSchema } from './verdict-decision.ts';

/**
 * What the enricher has made of one part of a request, and how far it has come:
 *  - `failed`: nothing could be asked; `problem` says what a person has to put right. Tried again on a redrive.
 *  - `decided`: the decisions are made for good, and are being acted on. With a `problem`, acting has stopped over it.
 *  - `done`: every decision was acted on, with its results.
 */
export const partEnrichmentSchema = z.object({
  requestId: requestIdSchema,
  part: z.int().nonnegative(),
  state: z.enum(['failed', 'decided', 'done']),
  connection: connectionNameSchema,
  organisation: organisationNameSchema,
  receivedAt: z.iso.datetime(),
  /** When this state was reached. */
  at: z.iso.datetime(),
  source: z.string().optional(),
  ticket: z.string().optional(),
  link: z.string().optional(),
  severity: z.enum(severities).optional(),
  confidence: z.number().optional(),
  /** One for each indicator of the part; none while it is `failed`. */
  decisions: z.array(verdictDecisionSchema),
  /** Values that could not be asked about, with the reason in one word. */
  rejected: z.array(z.object({ value: z.string(), reason: z.string() })),
  problem: z.string().max(500).optional(),
});

export type PartEnrichment = z.infer<typeof partEnrichmentSchema>;
