import { z } from 'zod';
import { claimCodeNameSchema } from '../organisations/claim-code.ts';
import { organisationNameSchema, organisationSourceNameSchema } from './names.ts';
import { organisationSourceSchema } from './organisation-source.ts';

/** By whose key whole organisations are made, and who may ask for them. */
export const organisationOnboardingSchema = z.strictObject({
  manager: organisationNameSchema.describe(
    'The organisation whose key makes others: a manager organisation.',
  ),
  claimCodes: z
    .array(claimCodeNameSchema)
    .max(100)
    .default([])
    .superRefine((names, context) => {
      for (const [index, name] of names.entries()) {
        if (names.indexOf(name) === index) continue;
        context.addIssue({ code: 'custom', path: [index], input: name, message: 'is named twice' });
      }
    })
    .describe('Names of stored claim codes; each has a secret of its own. Never the codes themselves.'),
  sources: z
    .record(organisationSourceNameSchema, organisationSourceSchema)
    .default({})
    .describe('Ticket systems that may ask for organisations, by a name of your choice.'),
});

export type OrganisationOnboardingSettings = z.infer<typeof organisationOnboardingSchema>;
