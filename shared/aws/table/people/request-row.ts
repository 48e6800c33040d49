import { z } from 'zod';
import { profileNameSchema } from '../../../config/names.ts';
import { timeZoneSchema } from '../../../time/zoned-time.ts';
import { storedEmailAddress, storedMoment } from './stored-values.ts';

const nameRowSchema = z.object({ given: z.string(), family: z.string() });

const aboutPerson = {
  email: storedEmailAddress,
  emailOrigin: z.enum(['stated', 'derived']),
  effective: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('immediate'), since: storedMoment }),
    z.object({ kind: z.literal('scheduled'), at: storedMoment, timeZone: timeZoneSchema }),
  ]),
  ticket: z.string().optional(),
  requester: z.string().optional(),
};

/** What was asked for, inside a row. */
export const requestRowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('onboard'),
    ...aboutPerson,
    name: nameRowSchema,
    profile: profileNameSchema,
  }),
  z.object({
    kind: z.literal('offboard'),
    ...aboutPerson,
    name: nameRowSchema.optional(),
    departure: z.enum(['voluntary', 'involuntary', 'unknown']),
  }),
]);
