import { z } from 'zod';
import { destinationListNameSchema } from '../config/names.ts';

/** Names a destination: by its key in the configuration, and a destination list by Cisco's number of it too. */
export const destinationReferenceSchema = z.object({
  name: destinationListNameSchema,
  id: z
    .int()
    .positive()
    .optional()
    .describe("Cisco's number of a destination list; a network group has none."),
});

export type DestinationReference = z.infer<typeof destinationReferenceSchema>;
