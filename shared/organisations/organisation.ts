import { z } from 'zod';

/** Names an organisation for good, wherever it is called something else later. */
export const organisationIdSchema = z.uuid().brand<'OrganisationId'>();
export type OrganisationId = z.infer<typeof organisationIdSchema>;

/**
 * Where an organisation can be made. Products have regions of their own, with other codes.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml
 */
export const organisationRegions = ['NAM', 'US', 'CA', 'EU', 'APJC', 'AU', 'IN'] as const;
export type OrganisationRegion = (typeof organisationRegions)[number];

/** A customer or subsidiary in the cloud: users, groups, subscriptions. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  /** In the cloud's own words; nothing when it is not told. */
  readonly region: string | undefined;
  /** Only a manager makes organisations, and what it makes is managed by it. */
  readonly kind: 'standalone' | 'manager' | 'managed' | 'unknown';
}
