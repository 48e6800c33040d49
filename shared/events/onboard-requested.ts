import { z } from 'zod';
import { profileNameSchema } from '../config/names.ts';
import { lifecycleCommandMembers, personNameSchema, tellsWhen, whenMissing } from './lifecycle-command.ts';

/**
 * The command to let somebody in: `detail-type` is `OnboardRequested`, on the automation bus.
 * Any AWS workload may publish it. Repeating an event changes nothing.
 */
export const onboardRequestedSchema = z
  .object({
    ...lifecycleCommandMembers,
    name: personNameSchema.describe('For the invitation.'),
    profile: profileNameSchema.describe('What the person gets, by its key in the configuration.'),
  })
  .refine(tellsWhen, whenMissing)
  .meta({ title: 'OnboardRequested', description: 'Command: let a person in on a day, with a profile.' });

export type OnboardRequested = z.infer<typeof onboardRequestedSchema>;
