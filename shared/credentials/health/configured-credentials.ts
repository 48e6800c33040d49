import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import { type OrganisationName, organisationNameSchema } from '../../config/names.ts';
import type { Organisation } from '../../config/organisation.ts';
import type { CredentialKind } from '../../events/credential-events.ts';
import type { CredentialId } from './credential-id.ts';

/** Whether an organisation has a credential of that kind, by what it is configured for. */
const isConfigured: Record<CredentialKind, (organisation: Organisation) => boolean> = {
  'secure-access-api-key': () => true,
  'secure-access-access-token': () => true,
  'secure-access-key-admin-key': ({ secureAccess }) => secureAccess.keyRotation !== undefined,
  'log-bucket-key': ({ secureAccess }) => secureAccess.logBucketKeyRotation !== undefined,
  'scc-api-key': ({ securityCloudControl }) => securityCloudControl !== undefined,
  'scc-access-token': ({ securityCloudControl }) => securityCloudControl !== undefined,
  'firewall-manager-token': ({ firewallManager }) => firewallManager !== undefined,
  'xdr-client': ({ xdr }) => xdr !== undefined,
};

/** Every credential of a deployment, organisation by organisation in the order of the configuration. */
export function configuredCredentials(configuration: DeploymentConfiguration): CredentialId[] {
  return Object.entries(configuration.organisations).flatMap(([name, organisation]) =>
    credentialsOf(organisationNameSchema.parse(name), organisation),
  );
}

/** The credentials of one organisation. */
export function credentialsOf(name: OrganisationName, organisation: Organisation): CredentialId[] {
  // `Object.keys` forgets the type of an object's keys.
  const kinds = Object.keys(isConfigured) as CredentialKind[];
  return kinds
    .filter((kind) => isConfigured[kind](organisation))
    .map((kind) => ({ organisation: name, kind }));
}
