import { z } from 'zod';
import { RefusedInput } from '../../../errors/refused-input.ts';
import type { NonEmptyArray } from '../../../non-empty.ts';
import type { SubscriptionId } from '../../../organisations/subscription.ts';
import type { EntitlementToShare } from '../../../organisations/subscriptions.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { PlatformRefusal } from '../platform-refusal.ts';

/**
 * `PATCH /subscriptions/{subscriptionId}`: gives a managed organisation a part of its manager's subscription.
 * @param client of the managed organisation, with the manager's token
 * @throws OutcomeUnknown for a lost answer: whether a quantity replaces the former one or is added to it is not
 *   documented
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function shareEntitlements(
  client: AuthorisedPlatformClient,
  subscription: SubscriptionId,
  entitlements: NonEmptyArray<EntitlementToShare>,
): Promise<void> {
  const path = `/subscriptions/${encodeURIComponent(subscription)}` as const;
  try {
    await client.send({ method: 'PATCH', path, json: { entitlements }, repetition: 'once' }, z.unknown());
  } catch (error) {
    if (!(error instanceof PlatformRefusal)) throw error;
    const wish = entitlements.map(({ id, quantity }) => `${quantity} of ${id}`).join(', ');
    throw new RefusedInput(
      `${wish} were not shared: ${error.status}: ${error.said}. Compare with what the manager organisation has left, in the console, and correct the request.`,
    );
  }
}
