import type { AuthenticationSettings } from '#shared/config/authentication.ts';
import type { Connection } from '#shared/config/connection.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import {
  type ConnectionName,
  connectionNameSchema,
  type LifecycleSourceName,
  lifecycleSourceNameSchema,
  type OrganisationName,
  type OrganisationSourceName,
  organisationNameSchema,
  organisationSourceNameSchema,
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

/** The sources of changes to people that have an address, in the order of the configuration, and how they prove themselves. */
export function openPeopleSourcesOf({
  people,
}: DeploymentConfiguration): [LifecycleSourceName, AuthenticationSettings][] {
  return Object.entries(people?.sources ?? {}).flatMap(([name, { authentication }]) =>
    authentication ? [[lifecycleSourceNameSchema.parse(name), authentication]] : [],
  );
}

/** The ticket systems that may ask for organisations, in the order of the configuration, and how they prove themselves. */
export function organisationSourcesOf({
  organisationOnboarding,
}: DeploymentConfiguration): [OrganisationSourceName, AuthenticationSettings][] {
  return Object.entries(organisationOnboarding?.sources ?? {}).map(([name, { authentication }]) => [
    organisationSourceNameSchema.parse(name),
    authentication,
  ]);
}
