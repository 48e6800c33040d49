import type { Route } from './route.ts';
import { apiTokenRoutes } from './routes/api-token.ts';
import { deviceRoutes } from './routes/devices.ts';
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
];
