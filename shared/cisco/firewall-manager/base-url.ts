import type { Organisation } from '../../config/organisation.ts';

export type FirewallManagerSettings = NonNullable<Organisation['firewallManager']>;

/**
 * What the paths of the Firewall Manager API are appended to: the region's host with its `/firewall`, or what is
 * configured in its place, as it is.
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
export function firewallManagerBaseUrl({
  region,
  baseUrl,
}: Pick<FirewallManagerSettings, 'region' | 'baseUrl'>): URL {
  const url = new URL(baseUrl ?? `https://api.${region}.security.cisco.com/firewall`);
  // With its slash at the end, so that relative paths are appended and replace nothing.
  return url.pathname.endsWith('/') ? url : new URL(`${url.href}/`);
}
