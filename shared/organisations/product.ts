import { z } from 'zod';

/**
 * Where a product's tenant can be made. Organisations have regions of their own, with other codes.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export const productRegions = ['NAM', 'EMEA', 'APJC', 'US', 'GLOBAL'] as const;
export type ProductRegion = (typeof productRegions)[number];

export const productIdSchema = z.string().min(1).brand<'ProductId'>();
export type ProductId = z.infer<typeof productIdSchema>;

/**
 * How far a product is:
 *
 *     new | not-provisioned | deactivated -activate-> in-progress -> activated -deactivate-> deactivated
 *                                                     in-progress -> action-required | error     (console)
 */
export const productStates = [
  'new',
  'in-progress',
  'activated',
  'action-required',
  'error',
  'hibernated',
  'not-provisioned',
  'deactivated',
] as const;
export type ProductState = (typeof productStates)[number];

/** How much of something an organisation may use. */
export interface Entitlement {
  readonly id: string;
  /** Nothing when it is not told. */
  readonly quantity: number | undefined;
  /** Came from the manager's subscription instead of a claim code of the organisation's own. */
  readonly isShared: boolean;
}

/** A product of a subscription. */
export interface Product {
  readonly id: ProductId;
  /** As the console shows it. */
  readonly name: string;
  readonly state: ProductState | 'unknown';
  /** Where its tenant is, in the cloud's own words. */
  readonly region: string | undefined;
  readonly entitlements: readonly Entitlement[];
  /** Where its tenant may be made; empty when that is not told. */
  readonly allowedRegions: readonly { readonly code: string; readonly description: string | undefined }[];
}
