import type { Connection } from '#shared/config/connection.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import {
  type ConnectionName,
  connectionNameSchema,
  type OrganisationName,
  organisationNameSchema,
} from '#shared/config/names.ts';

/** The organisations of a configuration, in its order. */
export function organisationsOf(configuration: DeploymentConfiguration): OrganisationName[] {
  return Object.keys(configuration.organisations).map((name) => organisationNameSchema.parse(name));
}

/** The webhook connections of a configuration, in its order. */
export function connectionsOf(configuration: DeploymentConfiguration): [ConnectionName, Connection][] {
  return Object.entries(configuration.connections).map(([name, connection]) => [
    connectionNameSchema.parse(name),
    connection,
  ]);
}
