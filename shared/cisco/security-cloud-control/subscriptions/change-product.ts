import { RefusedInput } from '../../../errors/refused-input.ts';
import type { Product } from '../../../organisations/product.ts';
import type { SubscriptionId } from '../../../organisations/subscription.ts';
import type { Tenant } from '../../../organisations/subscriptions.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { PlatformRefusal } from '../platform-refusal.ts';
import { subscriptionSchema } from './subscription.ts';

/**
 * `PUT /subscriptions/{subscriptionId}`: activates a product on a tenant, or deactivates it. A region makes a new
 * tenant, the id of a deactivated product takes that one's; never both.
 * @throws RefusedInput, with what the product is now, when it is not accepted
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export async function changeProduct(
  client: AuthorisedPlatformClient,
  subscription: SubscriptionId,
  product: Product,
  tenant: Tenant | 'none',
): Promise<void> {
  const path = `/subscriptions/${encodeURIComponent(subscription)}` as const;
  const json = { productId: product.id, status: tenant !== 'none', ...placeOf(tenant) };
  try {
    await client.send({ method: 'PUT', path, json, repetition: 'once' }, subscriptionSchema);
  } catch (error) {
    if (!(error instanceof PlatformRefusal)) throw error;
    const { status, said } = error;
    const wish = tenant === 'none' ? 'deactivated' : 'activated';
    const regions = product.allowedRegions.map(({ code }) => code).join(', ');
    throw new RefusedInput(
      `${product.name} was not ${wish}: ${status}: ${said}. It is ${product.state}${regions && ` and may be in ${regions}`}. Correct the request, or do it in the console.`,
    );
  }
}

function placeOf(tenant: Tenant | 'none') {
  if (tenant === 'none') return {};
  return tenant.kind === 'new' ? { regionCode: tenant.region } : { sourceInstanceId: tenant.product.id };
}
