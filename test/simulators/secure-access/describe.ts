import { describeControlRoutes } from '../control/control-route.ts';
import { controlRoutes } from './control/control-routes.ts';
import { seededNetworkObjectGroup } from './network-objects/seed-network-objects.ts';
import { seededKey, seededKeyAdminKey, seededLists, seededLogBucketRotatorKey } from './seed.ts';
import type { SecureAccessSimulator } from './start.ts';

/** What a person needs to use a running simulator: address, credentials, lists and a curl line per control route. */
export function describeSecureAccess({ url, control }: SecureAccessSimulator): string {
  const { usedByBlockRule, usedByAllowRule, usedByNoRule } = seededLists;
  return [
    `  URL          ${url}`,
    `  API key      ${seededKey.key}`,
    `  Secret       ${seededKey.secret}`,
    `  KeyAdmin key ${seededKeyAdminKey.key} with secret ${seededKeyAdminKey.secret}`,
    `  Log bucket   ${seededLogBucketRotatorKey.key} with secret ${seededLogBucketRotatorKey.secret}`,
    `  Organisation ${control.state().organisationId}`,
    `  Lists        ${usedByBlockRule.id} ${usedByBlockRule.name} (used by a block rule)`,
    `               ${usedByAllowRule.id} ${usedByAllowRule.name} (used by an allow rule)`,
    `               ${usedByNoRule.id} ${usedByNoRule.name} (used by no rule)`,
    `  Group        ${seededNetworkObjectGroup.id} ${seededNetworkObjectGroup.name} (of network objects, used by the block rule)`,
    '',
    '  # a token',
    `  curl -s -u ${seededKey.key}:${seededKey.secret} -d grant_type=client_credentials ${url}/auth/v2/token`,
    ...describeControlRoutes(url, controlRoutes),
  ].join('\n');
}
