import type { Route } from './route.ts';
import { adminGroupRoutes } from './routes/admin-groups.ts';
import { networkGroupRoutes } from './routes/network-groups.ts';
import { objectListRoutes } from './routes/object-lists.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { roleRoutes } from './routes/roles.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import { tokenRoutes } from './routes/token.ts';
import { userRoutes } from './routes/users.ts';

/** Every route of the simulated platform; a further part of the API is one more line here. */
export const routeTable: readonly Route[] = [
  ...tokenRoutes,
  ...organisationRoutes,
  ...subscriptionRoutes,
  ...userRoutes,
  ...adminGroupRoutes,
  ...roleRoutes,
  ...objectListRoutes,
  ...networkGroupRoutes,
];
