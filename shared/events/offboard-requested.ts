import { z } from 'zod';
import { lifecycleCommandMembers, personNameSchema, tellsWhen, whenMissing } from './lifecycle-command.ts';

/**
 * The command to cut somebody off: `detail-type` is `OffboardRequested`, on the automation bus.
 * Any AWS workload may publish it. Repeating an event changes nothing.
 */
export const offboardRequestedSchema = z
  .object({
    ...lifecycleCommandMembers,
    name: personNameSchema.optional(),
    departure: z
      .enum(['voluntary', 'involuntary', 'unknown'])
      .default('unknown')
      .describe('Who leaves involuntarily goes before others when many leave.'),
  })
  .refine(tellsWhen, whenMissing)
  .meta({ title: 'OffboardRequested', description: 'Command: cut a person off everywhere on a day.' });

export type OffboardRequested = z.infer<typeof offboardRequestedSchema>;
