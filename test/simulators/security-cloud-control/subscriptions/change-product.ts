import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import { productRegionSchema, statusOf } from './products.ts';
import type { Subscription } from './subscriptions.ts';

/** Activates a product in a region or on the tenant of another, or deactivates it. */
export const productChangeSchema = z
  .strictObject({
    productId: z.uuid(),
    status: z.boolean(),
    regionCode: productRegionSchema.optional(),
    sourceInstanceId: z.uuid().optional(),
  })
  .refine(({ status, regionCode, sourceInstanceId }) =>
    status ? (regionCode === undefined) !== (sourceInstanceId === undefined) : true,
  );

export type ProductChange = z.infer<typeof productChangeSchema>;

export type ProductOutcome =
  | { readonly kind: 'changed'; readonly subscription: Subscription }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string };

export function changeProduct(
  subscription: Subscription,
  { productId, status: isWanted, regionCode, sourceInstanceId }: ProductChange,
  cloud: Cloud,
): ProductOutcome {
  const now = cloud.clock.now();
  const product = subscription.products.find(({ id }) => id === productId);
  if (!product) return { kind: 'refused', status: 404, why: 'Product not found' };
  const status = statusOf(product, now, cloud.settings);
  if (status === 'IN_PROGRESS' || (isWanted && ['NEW', 'ACTIVATED'].includes(status))) {
    return { kind: 'refused', status: 409, why: `Product is ${status}` };
  }
  if (regionCode && !product.allowedRegions.includes(regionCode)) {
    return { kind: 'refused', status: 422, why: `Region ${regionCode} is not allowed for ${product.name}` };
  }
  const source = subscription.products.find(({ id }) => id === sourceInstanceId);
  if (sourceInstanceId && source?.standing.kind !== 'idle') {
    return { kind: 'refused', status: 422, why: 'The tenant to use is not of a deactivated product' };
  }
  const region = regionCode ?? source?.regionCode;
  const changed = isWanted
    ? { ...product, ...(region && { regionCode: region }), standing: { kind: 'set-up', since: now } as const }
    : { ...product, standing: { kind: 'idle', status: 'DEACTIVATED' } as const };
  const products = subscription.products.map((other) => (other === product ? changed : other));
  cloud.subscriptions.put({ ...subscription, products });
  return { kind: 'changed', subscription: { ...subscription, products } };
}
