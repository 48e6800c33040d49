import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import type { CredentialKind } from '#shared/events/credential-events.ts';
import { environmentSchemas, type FunctionName } from '#shared/lambda/environment.ts';

/** Functions that have work only where such a credential is configured. Every other function always has. */
const neededFor: Partial<Record<FunctionName, CredentialKind>> = {
  'rotate-scc-token': 'scc-access-token',
  'rotate-secure-access-key': 'secure-access-key-admin-key',
  'rotate-log-bucket-key': 'log-bucket-key',
  'rotate-firewall-manager-token': 'firewall-manager-token',
};

const hasPeople = ({ people }: DeploymentConfiguration) => people !== undefined;
const makesOrganisations = ({ organisationOnboarding }: DeploymentConfiguration) =>
  organisationOnboarding !== undefined;

/** Functions that have work only where such a thing is configured. */
const hasWork: Partial<Record<FunctionName, (configuration: DeploymentConfiguration) => boolean>> = {
  'refresh-guard-lists': ({ guard }) => Object.keys(guard.lists).length > 0,
  'receive-finding': ({ awsFindings }) => Object.keys(awsFindings ?? {}).length > 0,
  'enrich-iocs': hasEnrichment,
  'deploy-network-groups': ({ networkGroups }) =>
    Object.values(networkGroups).some((group) => group.kind === 'network-group' && group.deploy === 'auto'),
  'receive-people-change': ({ people }) =>
    Object.values(people?.sources ?? {}).some(({ authentication }) => authentication !== undefined),
  'plan-people-changes': hasPeople,
  'onboard-user': hasPeople,
  'offboard-user': hasPeople,
  'check-invitations': hasPeople,
  'announce-people-changes': hasPeople,
  'query-people': hasPeople,
  'change-people': hasPeople,
  'onboard-organisation': makesOrganisations,
  'query-organisations': makesOrganisations,
  'request-organisation': makesOrganisations,
  'write-back-intelligence': (configuration) =>
    hasEnrichment(configuration) && configuration.enrichment.writeBack,
};

/** The functions of a deployment: those that have work for at least one organisation, and no others. */
export function configuredFunctions(configuration: DeploymentConfiguration): ReadonlySet<FunctionName> {
  const kinds = new Set(configuredCredentials(configuration).map(({ kind }) => kind));
  // `Object.keys` forgets the type of an object's keys.
  const names = Object.keys(environmentSchemas) as FunctionName[];
  return new Set(
    names.filter((name) => {
      const kind = neededFor[name];
      return (kind === undefined || kinds.has(kind)) && (hasWork[name]?.(configuration) ?? true);
    }),
  );
}

function hasEnrichment({ connections }: DeploymentConfiguration): boolean {
  return Object.values(connections).some(({ enrichment }) => enrichment !== undefined);
}
