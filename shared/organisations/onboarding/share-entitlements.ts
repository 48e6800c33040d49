import { RefusedInput } from '../../errors/refused-input.ts';
import type { OrganisationRequest } from '../organisation-request.ts';
import type { Entitlement } from '../product.ts';
import { isSameName } from '../same-name.ts';
import type { Subscription } from '../subscription.ts';
import type { Subscriptions } from '../subscriptions.ts';
import type { StepEnd } from './step.ts';
import type { StepRunner } from './step-runner.ts';

type WantedEntitlement = OrganisationRequest['sharedEntitlements'][number];

/**
 * Gives an organisation a part of its manager's subscription. Only what is not shared yet is shared: whether another
 * quantity would replace the one that is there, or be added to it, is not documented.
 */
export function shareEntitlement(
  wanted: WantedEntitlement,
  ports: { own: Subscriptions; manager: Subscriptions; runner: StepRunner },
): Promise<StepEnd<Entitlement>> {
  const { own, manager, runner } = ports;
  const { subscription: name, entitlement: id, quantity } = wanted;
  return runner.settle({
    step: 'share-entitlement',
    subject: `${name}/${id}`,
    async look() {
      const shared = entitlementsOf(await own.list(), name).find((one) => one.isShared && one.id === id);
      if (!shared || shared.quantity === 0) return undefined;
      if (shared.quantity === undefined || shared.quantity === quantity) return shared;
      throw new RefusedInput(
        `${shared.quantity} of ${id} are shared already, and ${quantity} were asked for. What a change does to what is shared is not documented: change it in the console of the manager organisation.`,
      );
    },
    async act() {
      const subscriptions = await manager.list();
      const found = subscriptions.find((one) => isSameName(one.name, name));
      if (!found) {
        throw new RefusedInput(
          `The manager organisation has no subscription ${name}; it has ${subscriptions.map((one) => one.name).join(', ') || 'none'}. Correct the name.`,
        );
      }
      await own.share(found.id, [{ id, quantity }]);
      return undefined;
    },
    describe: () => `${quantity} of ${id} are shared.`,
  });
}

function entitlementsOf(subscriptions: readonly Subscription[], name: string): Entitlement[] {
  return subscriptions
    .filter((one) => isSameName(one.name, name))
    .flatMap(({ products }) => products.flatMap(({ entitlements }) => entitlements));
}
