/**
 * What a person may be in Firewall Manager.
 * @see https://developer.cisco.com/docs/cisco-security-cloud-control/authentication
 */
export const firewallManagerRoles = [
  'ROLE_SUPER_ADMIN',
  'ROLE_ADMIN',
  'ROLE_READ_ONLY',
  'ROLE_EDIT_ONLY',
  'ROLE_DEPLOY_ONLY',
  'ROLE_VPN_SESSIONS_MANAGER',
  'ROLE_FWAAS',
  'ROLE_PASSIVE_IDENTITY_AGENT',
  'ROLE_OPERATIONAL_ADMIN',
] as const;

export type FirewallManagerRole = (typeof firewallManagerRoles)[number];
