import { z } from 'zod';
import { faultSchemaOf, universalEffectSchemas } from '../cloud/faults.ts';
import { groupEntriesInputSchema } from './control/objects-inputs.ts';

const expireTokenSchema = z
  .strictObject({ kind: z.literal('expire-token') })
  .describe('The access token in use expires just then.');

const failItemsSchema = z
  .strictObject({
    kind: z.literal('fail-items'),
    users: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('The items that name these users, as the request names them; every item without it.'),
    errorDescription: z.string().default('Internal error'),
  })
  .describe('Items of a change fail, and nothing comes of them; the call is answered with 200.');

const editByHandSchema = groupEntriesInputSchema
  .extend({ kind: z.literal('edit-by-hand') })
  .describe('Another person changes the entries of a network group just then.');

export type FailItems = z.infer<typeof failItemsSchema>;

/** What a fault can do here beside what it can do anywhere. */
export type OwnEffect = z.infer<typeof expireTokenSchema> | z.infer<typeof editByHandSchema> | FailItems;

export const faultSchema = faultSchemaOf(
  z.discriminatedUnion('kind', [
    ...universalEffectSchemas,
    expireTokenSchema,
    failItemsSchema,
    editByHandSchema,
  ]),
);

export type FaultInput = z.input<typeof faultSchema>;
