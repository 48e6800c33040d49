import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import { assignedQuantity } from './bodies.ts';
import type { HeldProduct } from './products.ts';
import type { Subscription } from './subscriptions.ts';

/** How much of each entitlement an organisation is to have. */
export const shareSchema = z.strictObject({
  entitlements: z.array(z.strictObject({ id: z.string(), quantity: z.int().min(0) })).min(1),
  useExistingTenantsForProducts: z.array(z.uuid()).optional(),
  enableFreeProducts: z.array(z.literal('firewall')).optional(),
});

type SharedEntitlement = z.infer<typeof shareSchema>['entitlements'][number];

/** Gives an organisation a part of a manager's subscription, or says why not. */
export function share(
  subscription: Subscription,
  organisationId: string,
  wanted: readonly SharedEntitlement[],
  cloud: Cloud,
): string | undefined {
  const shares = cloud.subscriptions.sharesOf(subscription);
  const others = shares.filter((other) => other.organisationId !== organisationId);
  const former = shares.find((other) => other.organisationId === organisationId);
  const quantities = new Map<string, number>();
  for (const { id, quantity } of wanted) {
    const owned = quantityIn(subscription, id);
    if (owned === undefined) return `Entitlement ${id} is not part of the subscription`;
    const before = cloud.settings.sharedQuantity === 'adds' ? former && quantityIn(former, id) : 0;
    const total = quantity + (before ?? 0);
    if (total + assignedQuantity(id, others) > owned) return `Not enough of ${id}: ${owned} in all`;
    quantities.set(id, total);
  }
  const products = subscription.products.flatMap((product) =>
    sharedProduct(
      product,
      former?.products.find(({ id }) => id === product.id),
      quantities,
    ),
  );
  const { id, name, type } = subscription;
  const created = former?.created ?? cloud.clock.now();
  cloud.subscriptions.put({ id, organisationId, name, type, created, source: 'SHARED', products });
  return undefined;
}

function sharedProduct(
  product: HeldProduct,
  former: HeldProduct | undefined,
  quantities: ReadonlyMap<string, number>,
): HeldProduct[] {
  const entitlements = product.entitlements.flatMap((entitlement) => {
    const before = former?.entitlements.find(({ id }) => id === entitlement.id)?.quantity;
    const quantity = quantities.get(entitlement.id) ?? before;
    return quantity === undefined ? [] : [{ ...entitlement, quantity }];
  });
  if (entitlements.length === 0) return former ? [former] : [];
  const { regionCode: _regionCode, ...offer } = product;
  const idle = { ...offer, standing: { kind: 'idle', status: 'NOT_PROVISIONED' } } as const;
  return [{ ...(former ?? idle), entitlements }];
}

function quantityIn({ products }: Subscription, entitlementId: string): number | undefined {
  return products.flatMap(({ entitlements }) => entitlements).find(({ id }) => id === entitlementId)
    ?.quantity;
}
