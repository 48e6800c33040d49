import type { DeploymentConfiguration } from './deployment-configuration.ts';
import { type DestinationListName, destinationListNameSchema } from './names.ts';

/** The destination lists of a deployment. */
export function destinationListNames({
  destinationLists,
}: Pick<DeploymentConfiguration, 'destinationLists'>): DestinationListName[] {
  // `Object.keys` forgets the brand of the keys.
  return Object.keys(destinationLists).map((name) => destinationListNameSchema.parse(name));
}
