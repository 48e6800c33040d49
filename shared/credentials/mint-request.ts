import { z } from 'zod';
import { organisationNameSchema } from '../config/names.ts';

/**
 * What `mint-secure-access-token` is called with: by a worker for one organisation, or by the schedule for all.
 */
export const mintRequestSchema = z.union([
  z.strictObject({
    organisation: organisationNameSchema,
    /** The version of the stored token that the API refused. */
    failedVersionId: z.string().min(1).max(64).optional(),
  }),
  z.strictObject({ organisations: z.literal('all') }),
]);

export type MintRequest = z.infer<typeof mintRequestSchema>;

/** What it answers: never a token, only what became of each. */
export const mintAnswerSchema = z.object({
  organisations: z.record(
    organisationNameSchema,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['kept', 'minted']), expiresAt: z.iso.datetime() }),
      z.object({ kind: z.literal('configuration-problem'), message: z.string() }),
      z.object({ kind: z.literal('retry-later'), message: z.string(), retryAfterSeconds: z.number() }),
    ]),
  ),
});

export type MintAnswer = z.infer<typeof mintAnswerSchema>;
