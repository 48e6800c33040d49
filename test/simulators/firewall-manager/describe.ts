import { describeControlRoutes } from '../control/control-route.ts';
import { controlRoutes } from './control/control-routes.ts';
import { seededApiToken, seededUsers } from './seed.ts';
import type { FirewallManagerSimulator } from './start.ts';
import { tenant } from './tenant.ts';

/** What a person needs to use a running simulator: address, credentials and a curl line per control route. */
export function describeFirewallManager({ url }: FirewallManagerSimulator): string {
  return [
    `  URL       ${url}`,
    `  Tenant    ${tenant.uid} ${tenant.name}`,
    `  Users     ${seededUsers.first.uid} ${seededUsers.first.name} (API-only, has the token)`,
    `            ${seededUsers.second.uid} ${seededUsers.second.name} (API-only, has none)`,
    `  API token ${seededApiToken}`,
    '',
    '  # who am I',
    `  curl -s -H 'authorization: Bearer ${seededApiToken}' ${url}/v1/token`,
    ...describeControlRoutes(url, controlRoutes),
  ].join('\n');
}
