import type { Connection } from '../config/connection.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { type ConnectionName, connectionNameSchema } from '../config/names.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';

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
