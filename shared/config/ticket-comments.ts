import { z } from 'zod';
import { outgoingUrlSchema } from './outgoing-url.ts';

/** Where a source's tickets are told what became of them. The secret of the same source holds how to sign in there. */
export const ticketCommentsSchema = z
  .discriminatedUnion('system', [
    z.strictObject({
      system: z.literal('servicenow').describe('A work note on the record, by the Table API.'),
      baseUrl: outgoingUrlSchema.describe('The instance: https://corp.service-now.com.'),
      table: z
        .string()
        .regex(/^[a-z0-9_]{1,80}$/, 'the name of a table, such as sc_task')
        .default('sc_task')
        .describe('The table in which the tickets are records.'),
    }),
    z.strictObject({
      system: z.literal('jira').describe('A comment on the issue, by the REST API.'),
      baseUrl: outgoingUrlSchema.describe('The site: https://corp.atlassian.net.'),
    }),
    z.strictObject({
      system: z.literal('json').describe('A POST of { ticket, comment, event } to one address.'),
      url: outgoingUrlSchema.describe('Where to.'),
    }),
  ])
  .describe('Writes what became of a ticket back to it.');

export type TicketComments = z.infer<typeof ticketCommentsSchema>;
