import { z } from 'zod';
import { connectionNameSchema, destinationListNameSchema } from '../config/names.ts';
import { indicatorTypes } from '../iocs/indicator.ts';
import { requestIdSchema } from '../requests/request-id.ts';
import { severities } from './severity.ts';

/** EventBridge `source` of our own webhook function. Other workloads use their own. */
export const webhookEventSource = 'scc-automations.webhooks';

/** What a person approved of part n is done as part n and this. */
export const firstApprovedPart = 10_000;

/**
 * The command to block: `detail-type` is `BlockRequested`, on the automation bus.
 * Any AWS workload may publish it. Repeating an event with the same `requestId` and `part` changes nothing.
 */
export const blockRequestedSchema = z
  .object({
    version: z.literal(1),
    requestId: requestIdSchema
      .optional()
      .describe("Left out: derived from the event's own id, so that only a redelivery counts as a repeat."),
    part: z
      .int()
      .min(0)
      .max(9_999 + firstApprovedPart)
      .default(0)
      .describe('A large request travels in several events; each has its own number, 0 to 9,999.'),
    approvesPart: z
      .int()
      .min(0)
      .max(9_999)
      .optional()
      .describe(
        'The part of the same request that was held and is now approved. Only what a recorded decision approves is blocked.',
      ),
    connection: connectionNameSchema.optional().describe('The webhook connection it came through, if any.'),
    destinationList: destinationListNameSchema.describe('Where to block, by its key in the configuration.'),
    indicators: z
      .array(
        z.object({
          type: z.enum(indicatorTypes).optional().describe('Left out: recognised from the value.'),
          value: z.string().min(1).max(2_048),
          hold: z
            .string()
            .min(1)
            .max(100)
            .optional()
            .describe('Why a person must decide about it before it is blocked, in one sentence.'),
        }),
      )
      .min(1)
      .max(500),
    receivedAt: z.iso
      .datetime()
      .optional()
      .describe("When the request came in; left out: the event's own time."),
    source: z.string().max(100).optional().describe('Who asks, for the comment on the list: a SIEM, a feed.'),
    ticket: z.string().max(100).optional().describe('The case or ticket, for the comment on the list.'),
    severity: z
      .enum(severities)
      .optional()
      .describe("How bad it is, brought from the sender's scale to ours."),
    confidence: z.number().min(0).max(100).optional().describe('How sure the sender is, in percent.'),
    link: z.url().max(500).optional().describe("The sender's own page about it."),
    occurredAt: z.iso.datetime().optional().describe("When it happened, by the sender's clock."),
  })
  .meta({ title: 'BlockRequested', description: 'Command: block these indicators on one destination list.' });

export type BlockRequested = z.infer<typeof blockRequestedSchema>;
