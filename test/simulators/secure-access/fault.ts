import { z } from 'zod';
import { faultSchemaOf, universalEffectSchemas } from '../cloud/faults.ts';

const expireTokenSchema = z
  .strictObject({ kind: z.literal('expire-token') })
  .describe('The token in use expires just then.');

const addByHandEffectSchema = z
  .strictObject({
    kind: z.literal('add-by-hand'),
    listId: z.int(),
    destinations: z.array(z.string()).min(1),
  })
  .describe('Another person adds entries to a list just before the request is processed.');

/** What a fault can do here beside what it can do anywhere. */
export type OwnEffect = z.infer<typeof expireTokenSchema | typeof addByHandEffectSchema>;

export const faultSchema = faultSchemaOf(
  z.discriminatedUnion('kind', [...universalEffectSchemas, expireTokenSchema, addByHandEffectSchema]),
);

export type FaultInput = z.input<typeof faultSchema>;
export type SecureAccessFault = z.infer<typeof faultSchema>;
