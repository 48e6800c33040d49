import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import type { ClaimCode } from './claim-codes.ts';
import { type HeldProduct, productRegionSchema } from './products.ts';
import type { Subscription } from './subscriptions.ts';

/** What a call asks to be set up. */
export const wishSchema = z.strictObject({
  id: z.uuid(),
  useExistingTenant: z.boolean().default(false),
  regionCode: productRegionSchema.optional(),
  regionDescription: z.string().optional(),
});

type Wish = z.infer<typeof wishSchema>;

/** Why these products cannot be set up so. */
export function whyNotSetUp({ products }: ClaimCode, wishes: readonly Wish[]): string | undefined {
  for (const { id, regionCode } of wishes) {
    const offer = products.find((product) => product.id === id);
    if (!offer) return `Product ${id} is not part of this claim code`;
    if (!regionCode || !offer.allowedRegions.includes(regionCode)) {
      return `Region ${regionCode} is not allowed for product ${offer.name}`;
    }
  }
  return undefined;
}

/** Redeems a claim code for an organisation; what nobody asked to be set up waits until it is activated. */
export function redeem(
  claimCode: ClaimCode,
  organisationId: string,
  wishes: readonly Wish[],
  cloud: Cloud,
): Subscription {
  const now = cloud.clock.now();
  const products = claimCode.products.map((offer): HeldProduct => {
    const regionCode = wishes.find(({ id }) => id === offer.id)?.regionCode;
    if (regionCode === undefined) return { ...offer, standing: { kind: 'idle', status: 'NOT_PROVISIONED' } };
    return { ...offer, regionCode, standing: { kind: 'set-up', since: now } };
  });
  const { subscriptionName: name, type } = claimCode;
  const subscription = { id: randomUUID(), organisationId, name, type, created: now, products } as const;
  cloud.claimCodes.put({ ...claimCode, usedBy: organisationId });
  cloud.subscriptions.put({ ...subscription, source: 'CLAIMED' });
  return { ...subscription, source: 'CLAIMED' };
}
