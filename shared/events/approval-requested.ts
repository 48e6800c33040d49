import { z } from 'zod';
import { connectionNameSchema, destinationListNameSchema, organisationNameSchema } from '../config/names.ts';
import { indicatorSchema } from '../iocs/indicator.ts';
import { requestIdSchema } from '../requests/request-id.ts';

/**
 * `detail-type` `ApprovalRequested`: these indicators are not blocked until a person says so.
 * It holds no link: whoever reads the bus could use it.
 */
export const approvalRequestedSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
    requestId: requestIdSchema,
    /** Which parts of the request hold them. */
    parts: z.array(z.int().nonnegative()).min(1),
    connection: connectionNameSchema.optional(),
    source: z.string().optional(),
    ticket: z.string().optional(),
    link: z.string().optional().describe("The sender's own page about it."),
    organisation: organisationNameSchema,
    destinationList: destinationListNameSchema,
    indicators: z
      .array(
        indicatorSchema.extend({
          reason: z.string(),
          explanation: z.string().optional().describe('The reason in a sentence, for a person.'),
          touchedIdentities: z
            .int()
            .nonnegative()
            .optional()
            .describe('How many identities used it in the last 7 days.'),
        }),
      )
      .min(1)
      .describe('At most 100 are named here.'),
    heldCount: z.int().positive().describe('All that are held, named or not.'),
    occurredAt: z.iso.datetime(),
  })
  .meta({ title: 'ApprovalRequested', description: 'Indicators are held until a person decides.' });

export type ApprovalRequested = z.infer<typeof approvalRequestedSchema>;

/** Most indicators that one event names; the request's own record has all. */
export const mostIndicatorsInApprovalRequest = 100;
