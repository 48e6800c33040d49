import { z } from 'zod';

/** What happens to the organisation's hour past the API. */
export const quotaSchema = z.strictObject({
  usedByOthers: z
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe('Requests that people and other programs make now.'),
  refuseForSeconds: z
    .int()
    .positive()
    .max(86_400)
    .optional()
    .describe('Every request is answered with 429 for so long, with what is left in Retry-After.'),
});

export type QuotaInput = z.input<typeof quotaSchema>;
