import type { Route } from './route.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { tokenRoutes } from './routes/token.ts';

/** Every route of the simulated platform; a further part of the API is one more line here. */
export const routeTable: readonly Route[] = [...tokenRoutes, ...organisationRoutes];
