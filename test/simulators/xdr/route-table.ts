import type { Route } from './route.ts';
import { bundleRoutes } from './routes/bundle.ts';
import { enrichRoutes } from './routes/enrich.ts';
import { healthRoutes } from './routes/health.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { inspectRoutes } from './routes/inspect.ts';
import { investigateRoutes } from './routes/investigate.ts';
import { respondRoutes } from './routes/respond.ts';
import { tokenRoutes } from './routes/token.ts';

/** Every route of the simulated XDR; a further part of the API is one more line here. */
export const routeTable: readonly Route[] = [
  ...tokenRoutes,
  ...inspectRoutes,
  ...enrichRoutes,
  ...healthRoutes,
  ...respondRoutes,
  ...incidentRoutes,
  ...bundleRoutes,
  ...investigateRoutes,
];
