import { describeControlRoutes } from '../control/control-route.ts';
import { controlRoutes } from './control/control-routes.ts';
import { seededClient, seededMaliciousHash, seededModules, seededSecureXClient } from './seed.ts';
import type { XdrSimulator } from './start.ts';

/** What a person needs to use a running simulator: address, credentials, modules and a curl line per control route. */
export function describeXdr({ url }: XdrSimulator): string {
  const { reputation, endpoint } = seededModules;
  return [
    `  URL         ${url}`,
    `  API client  ${seededClient.clientId} with password ${seededClient.clientPassword}`,
    `  SecureX     ${seededSecureXClient.clientId} with password ${seededSecureXClient.clientPassword} (refused)`,
    `  Modules     ${reputation.instanceId} ${reputation.name}: bad.example is malicious`,
    `              ${endpoint.instanceId} ${endpoint.name}: can block ${seededMaliciousHash}`,
    '',
    '  # a token',
    `  curl -s -u ${seededClient.clientId}:${seededClient.clientPassword} -d grant_type=client_credentials ${url}/iroh/oauth2/token`,
    ...describeControlRoutes(url, controlRoutes),
  ].join('\n');
}
