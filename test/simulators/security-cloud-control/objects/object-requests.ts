import { z } from 'zod';
import { objectValueSchema } from './object-value.ts';

/** At most 32 letters, digits, `_`, `-`, `.` and single spaces inside. */
export const objectNameSchema = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[a-zA-Z0-9_.-]+( [a-zA-Z0-9_.-]+)*$/, 'letters, digits, "_", "-", "." and single spaces inside');

const descriptionSchema = z.string().max(1_000);
const idsSchema = z.array(z.uuid());

export const objectRequestSchema = z.strictObject({
  name: objectNameSchema,
  description: descriptionSchema.optional(),
  ...objectValueSchema.shape,
});

/** To make or change a group: only the name must be there. */
export const groupRequestSchema = z.strictObject({
  name: objectNameSchema,
  description: descriptionSchema.optional(),
  memberObjects: idsSchema.optional(),
  memberGroups: idsSchema.optional(),
  inlineObjects: z.array(objectValueSchema).optional(),
});

export type GroupRequest = z.infer<typeof groupRequestSchema>;

export const bulkRequestSchema = z.strictObject({
  ids: idsSchema.min(1).max(1_000),
  // Opened members are not simulated.
  expandObjects: z.literal(false).default(false),
});
