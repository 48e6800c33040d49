import type { IndicatorRoutes } from '#shared/config/indicator-routes.ts';
import type { DestinationListName } from '#shared/config/names.ts';

/** Every indicator goes to each of the destinations. */
export function routesToAll(destinations: readonly DestinationListName[]): IndicatorRoutes {
  return { destinations, goesTo: () => true };
}
