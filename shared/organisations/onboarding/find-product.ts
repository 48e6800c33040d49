import type { Product } from '../product.ts';
import { isSameName } from '../same-name.ts';
import type { SubscriptionId } from '../subscription.ts';
import type { Subscriptions } from '../subscriptions.ts';

/** A product, and the subscription that calls about it have to name. */
export interface FoundProduct {
  readonly product: Product;
  readonly subscription: SubscriptionId;
}

/** The first product of that name among all subscriptions of an organisation. */
export async function findProduct(
  subscriptions: Subscriptions,
  name: string,
): Promise<FoundProduct | undefined> {
  for (const { id, products } of await subscriptions.list()) {
    const product = products.find((one) => isSameName(one.name, name));
    if (product) return { product, subscription: id };
  }
  return undefined;
}
