import { z } from 'zod';
import { batchIdSchema } from '../../../people/changes/batch-id.ts';
import { changeIdSchema } from '../../../people/changes/change-id.ts';
import { fuseNames } from '../../../people/fuses/fuse-trip.ts';
import { openStepRowSchema } from './open-step-row.ts';
import { storedMoment } from './stored-values.ts';

export const fuseTripRowSchema = z.object({ fuse: z.enum(fuseNames), explanation: z.string() });

const state = <Name extends string>(name: Name) => ({ state: z.literal(name) });
const by = z.string();

/** How a change stands, inside its row. */
export const standingRowSchema = z.discriminatedUnion('state', [
  z.object({
    ...state('held'),
    since: storedMoment,
    batchId: batchIdSchema,
    trips: z.tuple([fuseTripRowSchema], fuseTripRowSchema).readonly(),
  }),
  z.object({ ...state('planned'), startsAt: storedMoment, endsBy: storedMoment }),
  z.object({ ...state('under-way'), since: storedMoment, attempts: z.int().nonnegative() }),
  z.object({
    ...state('incomplete'),
    since: storedMoment,
    attempts: z.int().positive(),
    open: z.tuple([openStepRowSchema], openStepRowSchema).readonly(),
    nextAttemptAt: storedMoment.optional(),
  }),
  z.object({ ...state('done'), at: storedMoment, undoUntil: storedMoment.optional() }),
  z.object({ ...state('removed'), at: storedMoment }),
  z.object({ ...state('undoing'), since: storedMoment, by }),
  z.object({ ...state('undone'), at: storedMoment, by, open: z.array(openStepRowSchema).readonly() }),
  z.object({ ...state('cancelled'), at: storedMoment, by }),
  z.object({ ...state('rejected'), at: storedMoment, by }),
  z.object({ ...state('replaced'), at: storedMoment, by: changeIdSchema }),
]);
