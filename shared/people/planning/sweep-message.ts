import { z } from 'zod';

/** What comes every hour: look for people whose task was lost. */
export const sweepMessageSchema = z.strictObject({ version: z.literal(1), task: z.literal('sweep') });

export const sweepMessage: z.infer<typeof sweepMessageSchema> = { version: 1, task: 'sweep' };
