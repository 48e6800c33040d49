import type { IndicatorType } from '../iocs/indicator.ts';
import {
  type ConfiguredDestinations,
  configuredDestination,
  placeOf,
  takesType,
} from './configured-destination.ts';
import type { DeploymentConfiguration } from './deployment-configuration.ts';
import type { DestinationListName } from './names.ts';
import type { Routes } from './routes.ts';

/** A sender's destinations, and which of them its indicators go to. */
export interface IndicatorRoutes {
  /** All of them, in the order of the configuration. */
  readonly destinations: readonly DestinationListName[];
  goesTo(type: IndicatorType, destination: DestinationListName): boolean;
}

/**
 * Where the indicators of a sender go: as its routes say; for types without a route, to each destination that takes
 * the type. A type that none of them takes goes to all, so that each can say why it refuses.
 */
export function indicatorRoutes(
  sender: {
    readonly destinationLists: readonly DestinationListName[];
    readonly routes?: Routes | undefined;
  },
  configuration: ConfiguredDestinations & Pick<DeploymentConfiguration, 'organisations'>,
): IndicatorRoutes {
  const { destinationLists: destinations, routes = {} } = sender;
  const takers = new Map<IndicatorType, ReadonlySet<DestinationListName>>();
  return {
    destinations,
    goesTo(type, destination) {
      const known = takers.get(type) ?? takersOf(type);
      takers.set(type, known);
      return known.has(destination);
    },
  };

  function takersOf(type: IndicatorType): ReadonlySet<DestinationListName> {
    const routed = routes[type];
    if (routed) return new Set(routed);
    const taking = destinations.filter((name) => {
      const destination = configuredDestination(name, configuration);
      const place = destination && placeOf(destination, configuration);
      return destination !== undefined && place !== undefined && takesType(destination, place, type);
    });
    return new Set(taking.length > 0 ? taking : destinations);
  }
}
