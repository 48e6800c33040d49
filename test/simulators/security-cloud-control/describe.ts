import { describeControlRoutes } from '../control/control-route.ts';
import { controlRoutes } from './control/control-routes.ts';
import { seededApiKey } from './seed.ts';
import type { SecurityCloudControlSimulator } from './start.ts';

/** What a person needs to use a running simulator: address, credentials and a curl line per control route. */
export function describeSecurityCloudControl({ url }: SecurityCloudControlSimulator): string {
  const { organizationId, apiKeyId, refreshToken } = seededApiKey;
  const path = `/v1/organizations/${organizationId}/apiKeys/${apiKeyId}/token`;
  return [
    `  URL           ${url}/v1`,
    `  Organisation  ${organizationId}`,
    `  API key       ${apiKeyId}`,
    `  Refresh token ${refreshToken}`,
    '',
    '  # an access token',
    `  curl -s -H 'authorization: Bearer ${refreshToken}' -d grant_type=refresh_token ${url}${path}`,
    ...describeControlRoutes(url, controlRoutes),
  ].join('\n');
}
