import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { ConnectionName, LifecycleSourceName } from '#shared/config/names.ts';
import { connectionsOf, openPeopleSourcesOf } from './configured-names.ts';
import { generateSenderAuthentication, type SenderAuthentication } from './sender-authentication.ts';

/** What everybody who calls from outside proves themselves with, during one run. */
export interface Senders {
  readonly connections: ReadonlyMap<ConnectionName, SenderAuthentication>;
  readonly peopleSources: ReadonlyMap<LifecycleSourceName, SenderAuthentication>;
}

export const noSenders: Senders = { connections: new Map(), peopleSources: new Map() };

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
  };
}
