import type { PresentPerson } from '../../../people/directory.ts';

/**
 * Words for a user's status. `PENDING` is documented as a filter only; it is read as what it means there.
 * @see https://pubhub.devnetcloud.com/media/cisco-security-cloud-control-api-documentation/docs/reference/cisco_security_cloud_control_platform_management_ap_is_1_0_3.yaml for the schema of a user
 */
const states: ReadonlyMap<string | undefined, PresentPerson['state']> = new Map([
  ['STAGED', 'invited'],
  ['PROVISIONED', 'invited'],
  ['PENDING', 'invited'],
  ['ACTIVE', 'active'],
  ['RECOVERY', 'active'],
  ['LOCKED_OUT', 'active'],
  ['PASSWORD_EXPIRED', 'active'],
  ['SUSPENDED', 'disabled'],
  ['DEPROVISIONED', 'disabled'],
  ['DISABLED', 'disabled'],
  ['ENTERPRISE_DISABLED', 'disabled'],
]);

/**
 * What a user's status means for us. A status that is missing or that nobody knows counts as active: whoever is not
 * proved to be out is in.
 */
export function userState(status: string | undefined): PresentPerson['state'] {
  return states.get(status) ?? 'active';
}
