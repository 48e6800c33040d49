import { z } from 'zod';
import type { ClaimCode } from '../../../organisations/claim-code.ts';
import type { Subscriptions } from '../../../organisations/subscriptions.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { PlatformRefusal } from '../platform-refusal.ts';
import { changeProduct } from './change-product.ts';
import { claimRefusal } from './claim-refusal.ts';
import { shareEntitlements } from './share-entitlements.ts';
import { subscriptionPreviewSchema, subscriptionSchema } from './subscription.ts';

const listSchema = z.object({ subscriptions: z.array(subscriptionSchema) });

/**
 * The subscriptions of one Security Cloud Control organisation. No pages are documented, so one answer holds all.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export function platformSubscriptions(client: AuthorisedPlatformClient): Subscriptions {
  return {
    async list() {
      const call = { method: 'GET', path: '/subscriptions', repetition: 'repeatable' } as const;
      return (await client.send(call, listSchema)).subscriptions;
    },
    preview: (claimCode) =>
      withClaimCode(claimCode, (secret) =>
        client.send(
          {
            method: 'POST',
            path: '/subscriptions/claimInfo',
            json: { claimCode },
            secret,
            readsOnly: true,
            repetition: 'repeatable',
          },
          subscriptionPreviewSchema,
        ),
      ),
    redeem: (claimCode, products) =>
      withClaimCode(claimCode, async (secret) => {
        const json = {
          claimCode,
          products: products.map(({ product, region }) => ({
            id: product.id,
            // An organisation that redeems its first subscription has no tenants that could be used.
            useExistingTenant: false,
            regionCode: region,
          })),
        };
        const call = { method: 'POST', path: '/subscriptions', json, secret, repetition: 'once' } as const;
        await client.send(call, z.unknown());
      }),
    activate: (subscription, product, tenant) => changeProduct(client, subscription, product, tenant),
    deactivate: (subscription, product) => changeProduct(client, subscription, product, 'none'),
    share: (subscription, entitlements) => shareEntitlements(client, subscription, entitlements),
  };
}

async function withClaimCode<T>(claimCode: ClaimCode, send: (secret: string) => Promise<T>): Promise<T> {
  try {
    return await send(claimCode);
  } catch (error) {
    throw error instanceof PlatformRefusal ? claimRefusal(error) : error;
  }
}
