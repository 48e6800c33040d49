import { z } from 'zod';
import { organisationNameSchema } from '../config/names.ts';

/**
 * What the functions are called with that replace a credential when it is due: by the daily schedule for all
 * organisations, or by a person for one.
 */
export const rotationRequestSchema = z.union([
  z.strictObject({
    organisation: organisationNameSchema,
    /** Replace it now, due or not. */
    force: z.boolean().default(false),
  }),
  z.strictObject({ organisations: z.literal('all') }),
]);

export type RotationRequest = z.input<typeof rotationRequestSchema>;

const rotationSchema = z.discriminatedUnion('kind', [
  /** Replaced; the new one is proved to work. `expiresAt` is missing where it never expires by itself. */
  z.object({ kind: z.literal('rotated'), expiresAt: z.iso.datetime().optional() }),
  /** Not replaced, for a reason that is no failure. */
  z.object({ kind: z.literal('kept'), reason: z.enum(['not-due', 'former-key-in-use']) }),
  /** Somebody else has stored a credential meanwhile: theirs is current, ours was taken back. */
  z.object({ kind: z.literal('overtaken') }),
]);

/** What became of one credential. */
export type Rotation = z.infer<typeof rotationSchema>;

/** The answer to a rotation request: never a secret, only what became of each. */
export const rotationAnswerSchema = z.object({
  organisations: z.record(
    organisationNameSchema,
    z.discriminatedUnion('kind', [
      ...rotationSchema.options,
      z.object({ kind: z.literal('configuration-problem'), message: z.string() }),
      z.object({ kind: z.literal('retry-later'), message: z.string(), retryAfterSeconds: z.number() }),
    ]),
  ),
});

export type RotationAnswer = z.infer<typeof rotationAnswerSchema>;
export type RotationOutcome = RotationAnswer['organisations'][keyof RotationAnswer['organisations']];
