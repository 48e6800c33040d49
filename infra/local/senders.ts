import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { ConnectionName, LifecycleSourceName, OrganisationSourceName } from '#shared/config/names.ts';
import { connectionsOf, openPeopleSourcesOf, organisationSourcesOf } from './configured-names.ts';
import { generateSenderAuthentication, type SenderAuthentication } from './sender-authentication.ts';

/** What everybody who calls from outside proves themselves with, during one run. */
export interface Senders {
  readonly connections: ReadonlyMap<ConnectionName, SenderAuthentication>;
  readonly peopleSources: ReadonlyMap<LifecycleSourceName, SenderAuthentication>;
  readonly organisationSources: ReadonlyMap<OrganisationSourceName, SenderAuthentication>;
}

export const noSenders: Senders = {
  connections: new Map(),
  peopleSources: new Map(),
  organisationSources: new Map(),
};

/** Makes new secrets for all of them. */
export function generateSenders(
  configuration: DeploymentConfiguration,
  random?: (size: number) => Buffer,
): Senders {
  return {
    connections: new Map(
      connectionsOf(configuration).map(([name, { authentication }]) => [
        name,
        generateSenderAuthentication(authentication, random),
      ]),
    ),
    peopleSources: new Map(
      openPeopleSourcesOf(configuration).map(([name, authentication]) => [
        name,
        generateSenderAuthentication(authentication, random),
      ]),
    ),
    organisationSources: new Map(
      organisationSourcesOf(configuration).map(([name, authentication]) => [
        name,
        generateSenderAuthentication(authentication, random),
      ]),
    ),
  };
}
