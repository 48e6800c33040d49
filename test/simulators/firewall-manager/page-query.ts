import { z } from 'zod';

/** `limit` and `offset` of a list; both are texts in the description. */
export function pageQuerySchema(largestPage: number) {
  return z.object({
    limit: z.coerce.number().int().min(0).max(largestPage).default(50),
    offset: z.coerce.number().int().min(0).default(0),
    q: z
      .string()
      .regex(/^name:\S+$/, 'the simulator reads queries of the form name:<username> only')
      .optional(),
  });
}
