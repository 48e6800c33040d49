import { z } from 'zod';
import { connectionNameSchema } from '../config/names.ts';
import { indicatorTypes } from '../iocs/indicator.ts';
import { requestIdSchema } from '../requests/request-id.ts';
import { severities } from './severity.ts';

/**
 * The command to enrich: `detail-type` is `EnrichRequested`, on the automation bus.
 * What follows from the verdicts is the policy of its connection. Repeating an event with the same `requestId` and
 * `part` changes nothing.
 */
export const enrichRequestedSchema = z
  .object({
    version: z.literal(1),
    requestId: requestIdSchema
      .optional()
      .describe("Left out: derived from the event's own id, so that only a redelivery counts as a repeat."),
    part: z.int().min(0).max(999).default(0),
    connection: connectionNameSchema.describe('The connection whose policy counts.'),
    indicators: z
      .array(
        z.object({
          type: z.enum(indicatorTypes).optional().describe('Left out: recognised from the value.'),
          value: z.string().min(1).max(2_048),
        }),
      )
      .max(500)
      .default([]),
    text: z
      .string()
      .max(100_000)
      .optional()
      .describe('Text in which XDR itself looks for indicators (inspect).'),
    urgent: z.boolean().default(false).describe('By the express lane.'),
    receivedAt: z.iso.datetime().optional(),
    source: z.string().max(100).optional(),
    ticket: z.string().max(100).optional(),
    severity: z.enum(severities).optional(),
    confidence: z.number().min(0).max(100).optional(),
    link: z.url().max(500).optional(),
    occurredAt: z.iso.datetime().optional(),
  })
  .meta({
    title: 'EnrichRequested',
    description: 'Command: ask Cisco XDR what it knows about these indicators.',
  });

export type EnrichRequested = z.infer<typeof enrichRequestedSchema>;

/** The block command of a part goes to several lists: part n at list i is block part n × this + i. */
export const listsPerEnrichmentPart = 10;
