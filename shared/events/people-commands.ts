import { z } from 'zod';
import { batchIdSchema } from '../people/changes/batch-id.ts';
import { changeIdSchema } from '../people/changes/change-id.ts';
import { emailAddressSchema } from '../people/email-address.ts';

const requestedBy = z.string().max(250).describe('Who asks: the ARN of an operator, a workload, a source.');

/**
 * `detail-type` `PersonChangeWithdrawn`: what a ticket asked for, or what is planned for a person, is taken back.
 * What has begun is not stopped by it.
 */
export const personChangeWithdrawnSchema = z
  .object({
    version: z.literal(1),
    withdrawn: z.discriminatedUnion('by', [
      z.object({
        by: z.literal('ticket'),
        source: z.string().max(100).describe('The source whose ticket it is.'),
        ticket: z.string().max(100),
      }),
      z.object({ by: z.literal('person'), email: emailAddressSchema }),
    ]),
    requestedBy,
    requestedAt: z.iso.datetime(),
  })
  .meta({
    title: 'PersonChangeWithdrawn',
    description: 'Command: forget what was planned for a person, by ticket or address.',
  });

/** `detail-type` `PersonUndoRequested`: what the offboarding of a person took away is given back. */
export const personUndoRequestedSchema = z
  .object({
    version: z.literal(1),
    email: emailAddressSchema,
    changeId: changeIdSchema.describe('The offboarding that is undone: the current change of the person.'),
    requestedBy,
    requestedAt: z.iso.datetime(),
  })
  .meta({ title: 'PersonUndoRequested', description: 'Command: give back what an offboarding took away.' });

/** `detail-type` `HeldPeopleDecided`: a person has decided about what the fuses held. */
export const heldPeopleDecidedSchema = z
  .object({
    version: z.literal(1),
    batchId: batchIdSchema,
    verdict: z.enum(['approved', 'rejected']),
    emails: z
      .array(emailAddressSchema)
      .min(1)
      .max(1_000)
      .optional()
      .describe('Only about these people. Left out: about all who are held.'),
    decidedBy: requestedBy,
    decidedAt: z.iso.datetime(),
  })
  .meta({
    title: 'HeldPeopleDecided',
    description: 'Command: carry out, or drop, what waits for a person to decide.',
  });

export type PersonChangeWithdrawn = z.infer<typeof personChangeWithdrawnSchema>;
export type PersonUndoRequested = z.infer<typeof personUndoRequestedSchema>;
export type HeldPeopleDecided = z.infer<typeof heldPeopleDecidedSchema>;
