import { z } from 'zod';
import { faultSchemaOf, universalEffectSchemas } from '../cloud/faults.ts';

const expireTokenSchema = z
  .strictObject({ kind: z.literal('expire-token') })
  .describe('The token in use expires just then.');

/** What a fault can do here beside what it can do anywhere. */
export type OwnEffect = z.infer<typeof expireTokenSchema>;

export const faultSchema = faultSchemaOf(
  z.discriminatedUnion('kind', [...universalEffectSchemas, expireTokenSchema]),
);

export type FaultInput = z.input<typeof faultSchema>;
