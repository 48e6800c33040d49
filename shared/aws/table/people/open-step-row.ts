import { z } from 'zod';
import { organisationNameSchema } from '../../../config/names.ts';
import { stepNames } from '../../../people/steps/step-record.ts';

/** A step that could not be done, inside a row. */
export const openStepRowSchema = z.object({
  step: z.enum(stepNames),
  organisation: organisationNameSchema,
  reason: z.string(),
});
