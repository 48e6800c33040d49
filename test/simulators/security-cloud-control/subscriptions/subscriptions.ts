import type { HeldProduct } from './products.ts';

/** A subscription of one organisation; a manager's that is shared is one of each organisation, with one id. */
export interface Subscription {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly type: 'trial' | 'free' | 'paid';
  readonly created: Date;
  readonly source: 'CLAIMED' | 'SHARED';
  readonly products: readonly HeldProduct[];
}

/** The subscriptions of all organisations. */
export class Subscriptions {
  readonly #subscriptions = new Map<string, Subscription>();

  /** Adds the subscription, or replaces the organisation's of the same id. */
  put(subscription: Subscription): void {
    this.#subscriptions.set(`${subscription.organisationId}/${subscription.id}`, subscription);
  }

  find(organisationId: string, id: string): Subscription | undefined {
    return this.#subscriptions.get(`${organisationId}/${id}`);
  }

  ofOrganisation(organisationId: string): readonly Subscription[] {
    return this.all().filter((subscription) => subscription.organisationId === organisationId);
  }

  /** What other organisations have of a manager's subscription. */
  sharesOf({ id, organisationId }: Subscription): readonly Subscription[] {
    return this.all().filter((other) => other.id === id && other.organisationId !== organisationId);
  }

  all(): readonly Subscription[] {
    return [...this.#subscriptions.values()];
  }

  clear(): void {
    this.#subscriptions.clear();
  }
}
