import { z } from 'zod';
import { connectionNameSchema, organisationNameSchema } from '../config/names.ts';
import { verdictDecisionSchema } from '../enrichment/verdict-decision.ts';
import { requestIdSchema } from '../requests/request-id.ts';

/** EventBridge `source` of the enricher's results. */
export const enrichmentEventSource = 'scc-automations.enrich-iocs';

/** `detail-type` `EnrichmentCompleted`: what Cisco XDR knows about these indicators, and what follows from it. */
export const enrichmentCompletedSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
    requestId: requestIdSchema,
    part: z.int().nonnegative(),
    connection: connectionNameSchema,
    organisation: organisationNameSchema,
    verdicts: z.array(verdictDecisionSchema),
    occurredAt: z.iso.datetime(),
  })
  .meta({
    title: 'EnrichmentCompleted',
    description: 'Result: verdicts, their evidence, and what was done.',
  });

export type EnrichmentCompleted = z.infer<typeof enrichmentCompletedSchema>;
