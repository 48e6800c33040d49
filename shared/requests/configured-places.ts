import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import type { ConnectionName, DestinationListName } from '../config/names.ts';

/** What the configuration knows of where a request leads, and is not recorded with it. */
export interface ConfiguredPlaces {
  /** The vendor's id of a destination list, where the configuration still has it. */
  listId(name: DestinationListName): number | undefined;
  /** The lists of a connection in their order; none where the configuration has the connection no more. */
  listsOf(connection: ConnectionName): readonly DestinationListName[];
}

export function configuredPlaces({
  destinationLists,
  connections,
}: Pick<DeploymentConfiguration, 'destinationLists' | 'connections'>): ConfiguredPlaces {
  return {
    listId: (name) => destinationLists[name]?.id,
    listsOf: (name) => connections[name]?.destinationLists ?? [],
  };
}
