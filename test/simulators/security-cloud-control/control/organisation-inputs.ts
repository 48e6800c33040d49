import { z } from 'zod';
import { organisationTypeSchema } from '../organisation.ts';
import { productRegionSchema, setupEnds } from '../subscriptions/products.ts';

/** What only Cisco can make of an organisation. */
export const organisationChangeSchema = z.strictObject({ type: organisationTypeSchema });

const productOfferSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1),
  allowedRegions: z.array(productRegionSchema).min(1),
  entitlements: z
    .array(z.strictObject({ id: z.string().min(1), name: z.string(), quantity: z.int().min(0) }))
    .default([]),
  setupEnds: z
    .enum(setupEnds)
    .default('ACTIVATED')
    .describe('What its setup comes to: ACTION_REQUIRED is finished in the console.'),
});

/** A claim code as it is sold; takes the place of the same one. */
export const claimCodeInputSchema = z.strictObject({
  code: z.string().min(1),
  subscriptionName: z.string().min(1),
  type: z.enum(['trial', 'free', 'paid']).default('paid'),
  expiresAt: z.iso.datetime().nullable().default(null),
  usedBy: z.string().nullable().default(null).describe('Who has redeemed it before.'),
  products: z.array(productOfferSchema).min(1),
});

export type OrganisationChangeInput = z.input<typeof organisationChangeSchema>;
export type ClaimCodeInput = z.input<typeof claimCodeInputSchema>;
