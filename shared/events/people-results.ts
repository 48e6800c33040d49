import { z } from 'zod';
import { organisationNameSchema } from '../config/names.ts';
import { batchIdSchema } from '../people/changes/batch-id.ts';
import { changeIdSchema } from '../people/changes/change-id.ts';
import { emailAddressSchema } from '../people/email-address.ts';
import { stepNames } from '../people/steps/step-record.ts';
import { requestIdSchema } from '../requests/request-id.ts';

/** EventBridge `source` of what becomes of people. */
export const peopleEventSource = 'scc-automations.people';

const aboutChange = {
  version: z.literal(1),
  eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
  changeId: changeIdSchema,
  requestId: requestIdSchema,
  email: emailAddressSchema,
  source: z.string().describe('Where it was asked for: a lifecycle source, api, or bus:<source>.'),
  ticket: z.string().optional(),
  batchSize: z
    .int()
    .positive()
    .optional()
    .describe('How many changes the file or ticket brought, this one included. Missing: not known.'),
  occurredAt: z.iso.datetime(),
};

const doneStep = z.object({
  step: z.enum(stepNames),
  organisation: organisationNameSchema,
  result: z.enum(['done', 'already', 'not-needed']),
  summary: z.string(),
});

const openStep = z.object({
  step: z.enum(stepNames),
  organisation: organisationNameSchema,
  reason: z.string().describe('What was found, and what a person can do.'),
});

/** `detail-type` `UserOnboarded`: invited or there, with groups, roles and accounts, read back. */
export const userOnboardedSchema = z
  .object({ ...aboutChange, steps: z.array(doneStep) })
  .meta({ title: 'UserOnboarded', description: 'Result: a person has what their profile says.' });

/** `detail-type` `UserOffboarded`: out of every place, read back. */
export const userOffboardedSchema = z
  .object({
    ...aboutChange,
    steps: z.array(doneStep),
    undoUntil: z.iso.datetime().optional().describe('Until then groups and roles can be given back.'),
  })
  .meta({ title: 'UserOffboarded', description: 'Result: a person is out of every place, with proof.' });

/** `detail-type` `OffboardingIncomplete`: a person may still get in somewhere. */
export const offboardingIncompleteSchema = z
  .object({
    ...aboutChange,
    open: z.array(openStep).min(1),
    attempts: z.int().positive(),
    nextAttemptAt: z.iso
      .datetime()
      .optional()
      .describe('When it is tried again by itself. Missing: a person must act.'),
  })
  .meta({ title: 'OffboardingIncomplete', description: 'Result: a person may still get in somewhere.' });

/** `detail-type` `OnboardingIncomplete`: a person lacks something of their profile. */
export const onboardingIncompleteSchema = offboardingIncompleteSchema.meta({
  title: 'OnboardingIncomplete',
  description: 'Result: a person lacks something of their profile.',
});

/** `detail-type` `OffboardingUndone`: what was taken away was given back, but for what is open. */
export const offboardingUndoneSchema = z
  .object({ ...aboutChange, undoneBy: z.string(), open: z.array(openStep) })
  .meta({ title: 'OffboardingUndone', description: 'Result: what an offboarding took away was given back.' });

/** `detail-type` `PersonChangeDue`: somebody joins or leaves soon. */
export const personChangeDueSchema = z
  .object({ ...aboutChange, kind: z.enum(['onboard', 'offboard']), dueAt: z.iso.datetime() })
  .meta({ title: 'PersonChangeDue', description: 'Announcement: somebody joins or leaves soon.' });

/** `detail-type` `PeopleHeld`: the fuses hold changes until a person decides. */
export const peopleHeldSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
    batchId: batchIdSchema,
    source: z.string(),
    origin: z.string().describe('The key of a file, or the number of a ticket.'),
    heldCount: z.int().nonnegative(),
    fuses: z.array(z.object({ fuse: z.string(), explanation: z.string(), people: z.int().nonnegative() })),
    doneBy: z.iso.datetime().optional().describe('When the last would be done if it were approved now.'),
    occurredAt: z.iso.datetime(),
  })
  .meta({ title: 'PeopleHeld', description: 'Changes about people are held until a person decides.' });

/** `detail-type` `PeopleRefused`: rows or tickets that could not be carried out, with the reasons. */
export const peopleRefusedSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
    batchId: batchIdSchema,
    source: z.string(),
    origin: z.string(),
    ticket: z.string().optional(),
    refusedCount: z.int().positive(),
    examples: z
      .array(z.object({ row: z.int().optional(), reason: z.string(), explanation: z.string() }))
      .max(20),
    occurredAt: z.iso.datetime(),
  })
  .meta({ title: 'PeopleRefused', description: 'Rows or tickets that were not accepted, with the reasons.' });

/** `detail-type` `InvitationsOpen`: who has not accepted for some days; published once a day. */
export const invitationsOpenSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
    organisation: organisationNameSchema,
    invitations: z
      .array(
        z.object({
          email: emailAddressSchema,
          invitedAt: z.iso.datetime().optional(),
          sentAgain: z.boolean(),
        }),
      )
      .min(1)
      .max(200),
    count: z.int().positive(),
    occurredAt: z.iso.datetime(),
  })
  .meta({ title: 'InvitationsOpen', description: 'People who were invited and have not accepted.' });

export type UserOnboarded = z.infer<typeof userOnboardedSchema>;
export type UserOffboarded = z.infer<typeof userOffboardedSchema>;
export type OffboardingIncomplete = z.infer<typeof offboardingIncompleteSchema>;
export type OnboardingIncomplete = z.infer<typeof onboardingIncompleteSchema>;
export type OffboardingUndone = z.infer<typeof offboardingUndoneSchema>;
export type PersonChangeDue = z.infer<typeof personChangeDueSchema>;
export type PeopleHeld = z.infer<typeof peopleHeldSchema>;
export type PeopleRefused = z.infer<typeof peopleRefusedSchema>;
export type InvitationsOpen = z.infer<typeof invitationsOpenSchema>;
