import { z } from 'zod';
import { changeIdSchema } from '../../../people/changes/change-id.ts';
import type { ChangeStanding, PersonChange } from '../../../people/changes/person-change.ts';
import { requestIdSchema } from '../../../requests/request-id.ts';
import { expiryEpochSeconds } from './expiry.ts';
import { requestRowSchema } from './request-row.ts';
import { standingRowSchema } from './standing-row.ts';
import { storedMoment } from './stored-values.ts';

const personChangeRowSchema = z.object({
  changeId: changeIdSchema,
  requestId: requestIdSchema,
  source: z.string(),
  request: requestRowSchema,
  acceptedAt: storedMoment,
  batchSize: z.int().positive().optional(),
  approval: z.object({ by: z.string(), at: storedMoment }).optional(),
  revision: z.int().nonnegative(),
  standing: standingRowSchema,
});

/** @throws ZodError when a row holds no change: somebody has written into the table by hand */
export function changeInRow(row: unknown): PersonChange {
  return personChangeRowSchema.parse(row);
}

/** A change as it is kept; after its end only for a time. */
export function rowOfChange(change: PersonChange): Record<string, unknown> {
  const endedAt = endOf(change.standing);
  return {
    ...z.encode(personChangeRowSchema, change),
    ...(endedAt && { expiresAtEpochSeconds: expiryEpochSeconds(endedAt) }),
  };
}

/** When it ended; nothing while anything may still happen by itself, or a person must act. */
function endOf(standing: ChangeStanding): Date | undefined {
  switch (standing.state) {
    case 'done':
      return standing.undoUntil ? undefined : standing.at;
    case 'removed':
    case 'undone':
    case 'cancelled':
    case 'rejected':
    case 'replaced':
      return standing.at;
    case 'held':
    case 'planned':
    case 'under-way':
    case 'incomplete':
    case 'undoing':
      return undefined;
  }
}
