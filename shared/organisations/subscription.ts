import { z } from 'zod';
import type { Product } from './product.ts';

export const subscriptionIdSchema = z.string().min(1).brand<'SubscriptionId'>();
export type SubscriptionId = z.infer<typeof subscriptionIdSchema>;

/** What was bought, tried or given, and its products. */
export interface Subscription {
  readonly id: SubscriptionId;
  /** Unique. */
  readonly name: string;
  readonly products: readonly Product[];
}

/** What a claim code would come to. Nothing is redeemed yet, so there is no id. */
export type SubscriptionPreview = Omit<Subscription, 'id'>;
