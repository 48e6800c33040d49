import { z } from 'zod';
import { organisationNameSchema } from '../config/names.ts';
import { destinationReferenceSchema } from './destination-reference.ts';

/** EventBridge `source` of the nightly comparison of lists and ledger. */
export const reconciliationEventSource = 'scc-automations.reconcile-lists';

const common = {
  version: z.literal(1),
  eventId: z.string(),
  organisation: organisationNameSchema,
  destinationList: destinationReferenceSchema,
  occurredAt: z.iso.datetime(),
};

/** `detail-type` `ListDrifted`: list and ledger disagreed. What is ours has been put right in the ledger. */
export const listDriftedSchema = z
  .object({
    ...common,
    removedByHand: z.int().nonnegative().describe('In the ledger, but no longer on the list.'),
    takenOver: z.int().nonnegative().describe('Ours, until somebody changed its comment.'),
    notOurs: z.int().nonnegative().describe('On the list, and never asked for here.'),
    unknownButOurs: z
      .int()
      .nonnegative()
      .describe('On the list with our comment, but not in the ledger; now it is.'),
    examples: z.array(z.string()).max(20).describe('Some of the values.'),
  })
  .meta({ title: 'ListDrifted', description: 'A destination list and the ledger disagreed.' });

/** `detail-type` `EnforcementChanged`: what the rules make of a list is not what it was. */
export const enforcementChangedSchema = z
  .object({
    ...common,
    was: z.enum(['enforced', 'not-enforced', 'unsafe']),
    now: z.enum(['enforced', 'not-enforced', 'unsafe']),
    reason: z.string().optional(),
    blocks: z.int().nonnegative().describe('How many blocks of ours it concerns.'),
  })
  .meta({ title: 'EnforcementChanged', description: 'A destination list gained or lost its effect.' });

/** `detail-type` `ListFilling`: a list, or the organisation, will be full soon. */
export const listFillingSchema = z
  .object({
    ...common,
    entryCount: z.int().nonnegative(),
    mostEntries: z.int().positive(),
    organisationEntryCount: z.int().nonnegative(),
    fullOn: z.iso.date().optional().describe('When it will be full if it goes on like this.'),
  })
  .meta({ title: 'ListFilling', description: 'A destination list, or its organisation, is filling up.' });

export type ListDrifted = z.infer<typeof listDriftedSchema>;
export type EnforcementChanged = z.infer<typeof enforcementChangedSchema>;
export type ListFilling = z.infer<typeof listFillingSchema>;
