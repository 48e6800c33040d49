import type { Route } from './route.ts';
import { accessRuleRoutes } from './routes/access-rules.ts';
import { apiTokenRoutes } from './routes/api-token.ts';
import { cdfmcAccessRuleRoutes } from './routes/cdfmc-access-rules.ts';
import { deploymentRoutes } from './routes/deployments.ts';
import { deviceRoutes } from './routes/devices.ts';
import { objectRoutes } from './routes/objects.ts';
import { pendingChangeRoutes } from './routes/pending-changes.ts';
import { tokenRoutes } from './routes/token.ts';
import { transactionRoutes } from './routes/transactions.ts';
import { userRoutes } from './routes/users.ts';
import { vpnSessionRoutes } from './routes/vpn-sessions.ts';

/** Every route of the simulated Firewall Manager; a further part of the API is one more line here. */
export const routeTable: readonly Route[] = [
  ...tokenRoutes,
  ...apiTokenRoutes,
  ...userRoutes,
  ...transactionRoutes,
  ...deviceRoutes,
  ...vpnSessionRoutes,
  ...accessRuleRoutes,
  ...cdfmcAccessRuleRoutes,
  ...objectRoutes,
  ...pendingChangeRoutes,
  ...deploymentRoutes,
];
