import type { ConfiguredDestination } from './configured-destination.ts';
import type { SecureAccessEdition } from './organisation.ts';

/**
 * What an organisation takes in all destinations of a kind together; `undefined` where no number is documented, as for
 * Umbrella. That of destination lists is told by the changelog of Cisco's China edition of January 2026.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/security_cloud_control_common_objects_public_ap_is_1_0_0.yaml
 */
export function mostEntriesOfOrganisation(
  kind: ConfiguredDestination['kind'],
  edition: SecureAccessEdition,
): number | undefined {
  switch (kind) {
    case 'destination-list':
      return edition === 'umbrella' ? undefined : 250_000;
    case 'network-group':
      return 100_000;
    case 'network-object-group':
      return 50_000;
  }
}
