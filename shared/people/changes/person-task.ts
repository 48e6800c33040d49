import { z } from 'zod';
import { emailAddressSchema } from '../email-address.ts';
import { changeIdSchema } from './change-id.ts';

/**
 * A wake-up call about one person: the message of a schedule, or of one who has something done at once. It decides
 * nothing: whether it is time, and what is to be done, stands in the change itself, so that an old or repeated call is harmless.
 */
export const personTaskSchema = z.object({
  version: z.literal(1),
  /** Who has to do it: the function that lets people in, cuts them off, or plans. */
  worker: z.enum(['onboard', 'offboard', 'plan']),
  task: z.enum([
    /** Do, or try again, what is planned. */
    'carry-out',
    /** Take the person out of the organisation: the undo window is over. */
    'remove',
    /** Give back what was taken away. */
    'undo',
    /** Announce that it happens soon. */
    'announce',
  ]),
  email: emailAddressSchema,
  changeId: changeIdSchema,
});

export type PersonTask = z.infer<typeof personTaskSchema>;
