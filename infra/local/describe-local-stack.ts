import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { connectionsOf, openPeopleSourcesOf, organisationSourcesOf } from './configured-names.ts';
import type { DeployedResources } from './deployed-resources.ts';
import type { CiscoBaseUrls } from './effective-configuration.ts';
import type { Emulator } from './emulator/emulator.ts';
import { senderAddress } from './sender-authentication.ts';
import type { Senders } from './senders.ts';
import { type LocalStack, localStackSchema } from './stack-file.ts';

export interface LocalParts {
  readonly configuration: DeploymentConfiguration;
  readonly emulator: Pick<Emulator, 'endpoint' | 'region'>;
  readonly resources: DeployedResources;
  readonly senders: Senders;
  readonly clouds: CiscoBaseUrls;
}

/** Puts together where everything of the local system is found. */
export function describeLocalStack(parts: LocalParts): LocalStack {
  const { configuration, emulator, resources, senders, clouds } = parts;
  const apiUrl = reachableApiUrl(emulator.endpoint, resources.apiUrl);
  return localStackSchema.parse({
    awsEndpoint: emulator.endpoint,
    apiUrl,
    region: emulator.region,
    simulators: {
      secureAccess: clouds.secureAccess.url,
      securityCloudControl: clouds.securityCloudControl.url,
      xdr: clouds.xdr.url,
      firewallManager: clouds.firewallManager.url,
    },
    functions: resources.functions,
    queues: resources.queues,
    table: resources.table,
    bus: resources.bus,
    secrets: resources.secrets,
    connections: Object.fromEntries(
      connectionsOf(configuration).map(([name, { kind }]) => {
        const auth = senders.connections.get(name);
        return [name, { url: auth && senderAddress(apiUrl, name, auth), kind, auth }];
      }),
    ),
    peopleFilesBucket: resources.peopleFilesBucket,
    peopleSources: Object.fromEntries(
      openPeopleSourcesOf(configuration).map(([name]) => [
        name,
        { url: `${apiUrl}/people-sources/${name}`, auth: senders.peopleSources.get(name) },
      ]),
    ),
    organisationSources: Object.fromEntries(
      organisationSourcesOf(configuration).map(([name]) => [
        name,
        { url: `${apiUrl}/organisation-sources/${name}`, auth: senders.organisationSources.get(name) },
      ]),
    ),
  });
}

/**
 * The API behind the emulator's own address. The address that an emulator gives, `{apiId}.execute-api.localhost`,
 * does not resolve on every machine.
 */
export function reachableApiUrl(endpoint: string, apiUrl: string): string {
  const [apiId] = new URL(apiUrl).hostname.split('.');
  return `${endpoint}/_aws/execute-api/${apiId}`;
}
