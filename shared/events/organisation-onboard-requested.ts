import { z } from 'zod';
import { checkNames, organisationRequestMembers } from '../organisations/organisation-request.ts';
import { requestIdSchema } from '../requests/request-id.ts';

/**
 * The command to onboard an organisation: `detail-type` is `OrganisationOnboardRequested`, on the automation bus.
 * Any AWS workload may publish it. Repeating an event changes nothing. It names the secret that holds a claim code,
 * never the code.
 */
export const organisationOnboardRequestedSchema = z
  .strictObject({
    version: z.literal(1),
    requestId: requestIdSchema
      .optional()
      .describe("Left out: derived from the event's own id, so that only a redelivery counts as a repeat."),
    ticket: z.string().max(100).optional().describe('The ticket that asks for it.'),
    requestedBy: z.string().max(250).optional().describe('Who asks.'),
    ...organisationRequestMembers,
  })
  .superRefine(checkNames)
  .meta({
    title: 'OrganisationOnboardRequested',
    description:
      'Command: make an organisation with subscription, products, admin groups and first administrators.',
  });

export type OrganisationOnboardRequested = z.infer<typeof organisationOnboardRequestedSchema>;
