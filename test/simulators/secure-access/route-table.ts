import type { Route, RouteMatch } from './route.ts';
import { matchTemplate } from './route.ts';
import { accessRuleRoutes } from './routes/access-rules.ts';
import { destinationListRoutes } from './routes/destination-lists.ts';
import { destinationRoutes } from './routes/destinations.ts';
import { tokenRoutes } from './routes/token.ts';

/** Every route of the simulated cloud; a further part of the API is one more line here. */
export const routeTable: readonly Route[] = [
  ...tokenRoutes,
  ...destinationListRoutes,
  ...destinationRoutes,
  ...accessRuleRoutes,
];

/** The route that takes a request, if any does. */
export function findRoute(method: string, path: string): RouteMatch | undefined {
  for (const route of routeTable) {
    const parameters = route.method === method ? matchTemplate(route.template, path) : undefined;
    if (parameters) return { route, parameters };
  }
  return undefined;
}
