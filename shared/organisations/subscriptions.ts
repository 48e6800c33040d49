import type { NonEmptyArray } from '../non-empty.ts';
import type { ClaimCode } from './claim-code.ts';
import type { Product, ProductRegion } from './product.ts';
import type { Subscription, SubscriptionId, SubscriptionPreview } from './subscription.ts';

/** A product to be set up while a claim code is redeemed. */
export interface ProductToProvision {
  readonly product: Product;
  readonly region: ProductRegion;
}

/** What a product runs on: a tenant that is made for it, or that of a product that was deactivated. */
export type Tenant =
  | { readonly kind: 'new'; readonly region: ProductRegion }
  | { readonly kind: 'of-deactivated'; readonly product: Pick<Product, 'id'> };

/** How much of a manager's entitlement an organisation is to have in all. */
export interface EntitlementToShare {
  readonly id: string;
  readonly quantity: number;
}

/**
 * The subscriptions of one organisation.
 *
 * All of it throws RetryLater when it may work later, ConfigurationProblem when a person has to act, and RefusedInput
 * when what was sent is not accepted. What redeems, activates or shares throws OutcomeUnknown when the answer was
 * lost: look before repeating it.
 */
export interface Subscriptions {
  list(): Promise<readonly Subscription[]>;
  /**
   * What a claim code would come to; nothing is redeemed.
   * @throws RefusedInput for a code that is unknown, expired or used; the message says what to do and never names it
   */
  preview(claimCode: ClaimCode): Promise<SubscriptionPreview>;
  /**
   * Redeems a claim code, once and for good, and begins to set up those products.
   * @throws RefusedInput as {@link preview} does, and for a region where a product cannot be
   */
  redeem(claimCode: ClaimCode, products: readonly ProductToProvision[]): Promise<void>;
  activate(subscription: SubscriptionId, product: Product, tenant: Tenant): Promise<void>;
  deactivate(subscription: SubscriptionId, product: Product): Promise<void>;
  /**
   * Gives the organisation a part of what its manager has.
   * @param subscription the manager's
   */
  share(subscription: SubscriptionId, entitlements: NonEmptyArray<EntitlementToShare>): Promise<void>;
}
