import type { Cloud } from '../cloud.ts';
import type { ClaimCode } from './claim-codes.ts';
import {
  type HeldProduct,
  type ProductOffer,
  type ProductRegion,
  productRegions,
  statusOf,
} from './products.ts';
import type { Subscription } from './subscriptions.ts';

/** A subscription as a call shows it. */
export function subscriptionBody(subscription: Subscription, cloud: Cloud) {
  const { id, name, type, created, source, products } = subscription;
  const isManager = cloud.organisations.find(subscription.organisationId)?.type === 'MANAGER';
  const shares = cloud.subscriptions.sharesOf(subscription);
  return {
    id,
    name,
    type,
    created: created.toISOString(),
    products: products.map((product) => ({
      ...productBody(product),
      status: statusOf(product, cloud.clock.now(), cloud.settings),
      entitlements: product.entitlements.map((entitlement) => ({
        ...entitlement,
        type: source,
        ...(isManager && { assignedQuantity: assignedQuantity(entitlement.id, shares) }),
      })),
    })),
  };
}

/** How much of an entitlement organisations have of a manager's subscription. */
export function assignedQuantity(entitlementId: string, shares: readonly Subscription[]): number {
  return shares
    .flatMap(({ products }) => products.flatMap(({ entitlements }) => entitlements))
    .filter(({ id }) => id === entitlementId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What a claim code would come to: a subscription without an id. */
export function previewBody({ subscriptionName, type, products }: ClaimCode, now: Date) {
  return {
    name: subscriptionName,
    type,
    created: now.toISOString(),
    products: products.map((product) => ({ ...productBody(product), status: 'NEW' })),
  };
}

function productBody({ id, name, entitlements, allowedRegions, ...held }: ProductOffer | HeldProduct) {
  const regionCode = 'regionCode' in held ? held.regionCode : undefined;
  return {
    id,
    name,
    entitlements,
    allowedRegions: allowedRegions.map(regionBody),
    ...(regionCode && regionBody(regionCode)),
  };
}

function regionBody(regionCode: ProductRegion) {
  return { regionCode, regionDescription: productRegions[regionCode] };
}
