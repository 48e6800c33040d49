import { type ConfiguredDestinations, configuredDestination } from '../config/configured-destination.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { type IndicatorRoutes, indicatorRoutes } from '../config/indicator-routes.ts';
import type { ConnectionName, DestinationListName } from '../config/names.ts';

/** What the configuration knows of where a request leads, and is not recorded with it. */
export interface ConfiguredPlaces {
  /** The vendor's id of a destination list, where the configuration still has it; a group has none. */
  listId(name: DestinationListName): number | undefined;
  /** Where a connection's indicators go; nowhere where the configuration has the connection no more. */
  routesOf(connection: ConnectionName): IndicatorRoutes;
}

export function configuredPlaces(
  configuration: ConfiguredDestinations & Pick<DeploymentConfiguration, 'organisations' | 'connections'>,
): ConfiguredPlaces {
  return {
    listId(name) {
      const destination = configuredDestination(name, configuration);
      return destination?.kind === 'destination-list' ? destination.id : undefined;
    },
    routesOf: (name) =>
      indicatorRoutes(configuration.connections[name] ?? { destinationLists: [] }, configuration),
  };
}
