import { RefusedInput } from '../../errors/refused-input.ts';
import type { WantedProduct } from '../organisation-request.ts';
import { isSameName } from '../same-name.ts';
import type { SubscriptionPreview } from '../subscription.ts';
import type { ProductToProvision } from '../subscriptions.ts';

/**
 * The products of a claim code that are to be set up, each in the region that was asked for. Products that the claim
 * code does not hold come from elsewhere, and are looked for later.
 * @throws RefusedInput for a region where a product cannot be
 */
export function productsToProvision(
  wanted: readonly WantedProduct[],
  { products }: SubscriptionPreview,
): ProductToProvision[] {
  return wanted.flatMap((wish) => {
    const product = products.find(({ name }) => isSameName(name, wish.product));
    if (!product || wish.wanted === 'deactivated') return [];
    const allowed = product.allowedRegions.map(({ code }) => code);
    if (allowed.length > 0 && !allowed.includes(wish.region)) {
      throw new RefusedInput(
        `${product.name} cannot be in the region ${wish.region}, only in ${allowed.join(', ')}. Correct the region: a product cannot be moved later.`,
      );
    }
    return [{ product, region: wish.region }];
  });
}
