import { z } from 'zod';
import { onboardingSteps } from '../organisations/onboarding/step-record.ts';
import { organisationIdSchema } from '../organisations/organisation.ts';
import { requestIdSchema } from '../requests/request-id.ts';

/** EventBridge `source` of what becomes of organisations. */
export const organisationEventSource = 'scc-automations.organisations';

const organisation = z.object({
  id: organisationIdSchema,
  name: z.string(),
  region: z.string().optional(),
});

const common = {
  version: z.literal(1),
  eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
  requestId: requestIdSchema,
  name: z.string().describe('The organisation, as it was asked for.'),
  ticket: z.string().optional(),
  requestedBy: z.string().optional(),
  occurredAt: z.iso.datetime(),
};

const nextSteps = z.array(z.string()).describe('What is left for a person in any case, in this order.');

/** `detail-type` `OrganisationOnboarded`: it has everything that was asked for. */
export const organisationOnboardedSchema = z
  .object({ ...common, organisation, nextSteps })
  .meta({ title: 'OrganisationOnboarded', description: 'Result: an organisation has what was asked for.' });

/** `detail-type` `OrganisationOnboardingIncomplete`: something is for a person to do. */
export const organisationOnboardingIncompleteSchema = z
  .object({
    ...common,
    organisation: organisation.optional().describe('Missing as long as it is not known to be there.'),
    leftForPerson: z
      .array(
        z.object({
          step: z.enum(onboardingSteps).optional().describe('Missing: nothing could be begun.'),
          subject: z.string().optional().describe('Which product, group or person it is about.'),
          reason: z.string().describe('What was found, and what a person can do about it.'),
        }),
      )
      .min(1)
      .max(100),
    moreCount: z.int().nonnegative().describe('How much more there is than these.'),
    goesOnByItself: z
      .boolean()
      .describe('Whether the rest goes on by itself. False: ask for it again when it is put right.'),
  })
  .meta({
    title: 'OrganisationOnboardingIncomplete',
    description: 'Result: an organisation lacks something that only a person can give it.',
  });

export type OrganisationOnboarded = z.infer<typeof organisationOnboardedSchema>;
export type OrganisationOnboardingIncomplete = z.infer<typeof organisationOnboardingIncompleteSchema>;
