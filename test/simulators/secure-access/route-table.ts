import type { Route } from './route.ts';
import { accessRuleRoutes } from './routes/access-rules.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { destinationListRoutes } from './routes/destination-lists.ts';
import { destinationRoutes } from './routes/destinations.ts';
import { identityRoutes } from './routes/identities.ts';
import { logBucketKeyRoutes } from './routes/log-bucket-key.ts';
import { networkObjectGroupRoutes } from './routes/network-object-groups.ts';
import { networkObjectRoutes } from './routes/network-objects.ts';
import { reportRoutes } from './routes/reports.ts';
import { roamingComputerRoutes } from './routes/roaming-computers.ts';
import { tokenRoutes } from './routes/token.ts';
import { vpnConnectionRoutes } from './routes/vpn-connections.ts';
import { zeroTrustDeviceRoutes } from './routes/zero-trust-devices.ts';

/** Every route of the simulated cloud; a further part of the API is one more line here. */
export const routeTable: readonly Route[] = [
  ...tokenRoutes,
  ...destinationListRoutes,
  ...destinationRoutes,
  ...accessRuleRoutes,
  ...networkObjectGroupRoutes,
  ...networkObjectRoutes,
  ...apiKeyRoutes,
  ...logBucketKeyRoutes,
  ...reportRoutes,
  ...identityRoutes,
  ...vpnConnectionRoutes,
  ...zeroTrustDeviceRoutes,
  ...roamingComputerRoutes,
];
