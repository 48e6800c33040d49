import { z } from 'zod';
import { authenticationSchema } from './authentication.ts';
import { jmesPathSchema } from './jmes-path.ts';

/** Only with a secret in a header or a signature: addresses end up in logs, and callers from AWS have `POST /organisations`. */
const senderSchema = authenticationSchema
  .refine(({ scheme }) => scheme !== 'url-secret' && scheme !== 'aws-iam', {
    error: 'a source of organisations proves itself by a signature or a secret in a header',
  })
  .describe('How the sender proves who it is.');

const approvedStatuses = z
  .array(z.string().trim().min(1).max(100))
  .min(1)
  .max(50)
  .default(['Approved'])
  .describe('Statuses in which a ticket is carried out; in any other nothing happens.');

const description = jmesPathSchema
  .optional()
  .describe("Where the labelled lines stand, as a JMESPath expression. Left out: the ticket's description.");

/** A ticket system that may ask for whole organisations, and how its tickets are read. */
export const organisationSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('servicenow'), authentication: senderSchema, description }),
  z.strictObject({
    kind: z.literal('jira-service-management'),
    authentication: senderSchema,
    approvedStatuses,
    description,
  }),
  z.strictObject({
    kind: z.literal('json'),
    authentication: senderSchema,
    approvedStatuses,
    mapping: z
      .strictObject({
        ticket: jmesPathSchema.describe('The number of the ticket.'),
        status: jmesPathSchema.describe('Its status, which says whether it is approved.'),
        description: jmesPathSchema.describe('The labelled lines.'),
        requester: jmesPathSchema.optional().describe('Who asks.'),
      })
      .describe('Where to find what in the body, as JMESPath expressions.'),
  }),
]);

export type OrganisationSource = z.infer<typeof organisationSourceSchema>;
export type OrganisationSourceOf<Kind extends OrganisationSource['kind']> = Extract<
  OrganisationSource,
  { kind: Kind }
>;
