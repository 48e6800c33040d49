import { z } from 'zod';
import { destinationListNameSchema, organisationNameSchema } from './names.ts';

export const destinationListSchema = z.strictObject({
  organisation: organisationNameSchema.describe('The organisation, by its key above, that owns the list.'),
  id: z
    .int()
    .positive()
    .describe("Cisco's numeric id of the list: the number in the address of its page in the console."),
  whenNotEnforced: z
    .enum(['store', 'refuse'])
    .default('store')
    .describe(
      'When no enabled block rule uses the list: "store" writes the indicator and reports stored-not-enforced, "refuse" writes nothing and reports rejected. A list that an allow rule uses is never written, whatever stands here.',
    ),
  mostEntries: z
    .int()
    .min(1)
    .max(250_000)
    .default(250_000)
    .describe(
      'Entries after which the list counts as full. An organisation takes 250,000 over all its lists.',
    ),
  overflow: destinationListNameSchema
    .optional()
    .describe('The destination list, by its key, that takes what this one has no room for.'),
});

export type DestinationList = z.infer<typeof destinationListSchema>;
