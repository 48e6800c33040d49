import { configuredDestination, placeOf } from '../config/configured-destination.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { indicatorRoutes } from '../config/indicator-routes.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { ScreeningTarget } from './screen-values.ts';

/**
 * The destinations of a sender, with what the guard needs to know of each and which types go there.
 * @throws ConfigurationProblem when one of them is not configured
 */
export function screeningTargets(
  sender: Parameters<typeof indicatorRoutes>[0],
  configuration: DeploymentConfiguration,
): ScreeningTarget[] {
  const routes = indicatorRoutes(sender, configuration);
  return routes.destinations.map((destinationList) => {
    const destination = configuredDestination(destinationList, configuration);
    const place = destination && placeOf(destination, configuration);
    if (!place) {
      throw new ConfigurationProblem(
        `The destination ${destinationList} or its organisation is not in the configuration. Correct it and deploy again.`,
      );
    }
    return { destinationList, place, goesThere: (type) => routes.goesTo(type, destinationList) };
  });
}
