import type { Connection } from '../config/connection.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { type ConnectionName, connectionNameSchema } from '../config/names.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';
import type { ScreeningTarget } from './screen-values.ts';

/**
 * The connection that an address names.
 * @throws RefusedRequest (`not-found`) when there is none.
 */
export function findConnection(
  address: string,
  { connections }: DeploymentConfiguration,
): { name: ConnectionName; connection: Connection } {
  const name = connectionNameSchema.safeParse(address).data;
  const connection = name !== undefined && Object.hasOwn(connections, name) ? connections[name] : undefined;
  if (name === undefined || connection === undefined) {
    throw new RefusedRequest(
      'not-found',
      'There is no connection of this name. The address is /webhooks/ and the name of a configured connection.',
    );
  }
  return { name, connection };
}

/**
 * The lists of a connection, with what the guard needs to know of each.
 * @throws ConfigurationProblem when one of them is not configured.
 */
export function screeningTargets(
  connection: Connection,
  configuration: DeploymentConfiguration,
): ScreeningTarget[] {
  return connection.destinationLists.map((destinationList) => {
    const list = configuration.destinationLists[destinationList];
    const organisation = list && configuration.organisations[list.organisation];
    if (!organisation) {
      throw new ConfigurationProblem(
        `The destination list ${destinationList} or its organisation is not in the configuration. Correct it and deploy again.`,
      );
    }
    return { destinationList, edition: organisation.secureAccess.edition };
  });
}
