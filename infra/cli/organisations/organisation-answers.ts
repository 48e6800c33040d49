import { z } from 'zod';

const moment = z.iso.datetime().transform((text) => new Date(text));

const aboutOrganisation = {
  name: z.string(),
  id: z.string().optional(),
  region: z.string().optional(),
  kind: z.string().optional(),
  configuredAs: z.string().optional(),
};

/** The members of the answers about organisations that are shown to people. */
export const organisationListSchema = z.object({
  organisations: z.array(
    z.object({ ...aboutOrganisation, onboarding: z.object({ state: z.string(), at: moment }).optional() }),
  ),
  isComplete: z.boolean(),
});

export const organisationSchema = z.object({
  ...aboutOrganisation,
  onboarding: z
    .object({
      state: z.string(),
      at: moment,
      requestId: z.string(),
      ticket: z.string().optional(),
      requestedBy: z.string().optional(),
      problem: z.string().optional(),
      leftForPerson: z.array(z.object({ step: z.string(), subject: z.string(), reason: z.string() })),
      waitingFor: z.array(z.string()),
      steps: z.array(
        z.object({ step: z.string(), subject: z.string(), result: z.string(), summary: z.string() }),
      ),
    })
    .optional(),
  nextSteps: z.array(z.string()).default([]),
  addToConfiguration: z.object({ organisations: z.record(z.string(), z.unknown()) }).optional(),
});

/** An order was taken. */
export const takenSchema = z.object({
  status: z.literal('accepted'),
  requestId: z.string(),
  readAs: z.object({ name: z.string(), region: z.string() }),
});

export type ShownOrganisations = z.infer<typeof organisationListSchema>;
export type ShownOrganisation = z.infer<typeof organisationSchema>;
export type ShownTaking = z.infer<typeof takenSchema>;
