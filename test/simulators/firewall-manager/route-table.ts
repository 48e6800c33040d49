import type { Route } from './route.ts';
import { apiTokenRoutes } from './routes/api-token.ts';
import { tokenRoutes } from './routes/token.ts';
import { userRoutes } from './routes/users.ts';

/** Every route of the simulated Firewall Manager; a further part of the API is one more line here. */
export const routeTable: readonly Route[] = [...tokenRoutes, ...apiTokenRoutes, ...userRoutes];
