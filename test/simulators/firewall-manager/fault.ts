import { z } from 'zod';
import { faultSchemaOf, universalEffectSchemas } from '../cloud/faults.ts';

const revokeTokenSchema = z
  .strictObject({ kind: z.literal('revoke-token') })
  .describe('Somebody revokes the token in use just then.');

/** What a fault can do here beside what it can do anywhere. */
export type OwnEffect = z.infer<typeof revokeTokenSchema>;

export const faultSchema = faultSchemaOf(
  z.discriminatedUnion('kind', [...universalEffectSchemas, revokeTokenSchema]),
);

export type FaultInput = z.input<typeof faultSchema>;
