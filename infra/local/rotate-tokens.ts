import { secretNames } from '#shared/aws/secret-names.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import type { DeployedResources } from './deployed-resources.ts';
import { type RotationClients, rotateSecret } from './rotate-secret.ts';

/**
 * Rotates what Secrets Manager would rotate by its schedule in an account, so that there is something to use:
 * the access tokens of Security Cloud Control.
 * @returns the organisations that now have one
 * @throws GiveUp naming the step that failed and why
 */
export async function rotateTokens(
  clients: RotationClients,
  configuration: DeploymentConfiguration,
  { functions }: Pick<DeployedResources, 'functions'>,
): Promise<OrganisationName[]> {
  const rotator = functions['rotate-scc-token'];
  if (rotator === undefined) return [];
  const organisations = configuredCredentials(configuration)
    .filter(({ kind }) => kind === 'scc-access-token')
    .map(({ organisation }) => organisation);
  for (const organisation of organisations) {
    const secretName = secretNames.sccAccessToken(configuration.stage, organisation);
    await rotateSecret(clients, { secretName, rotator });
  }
  return organisations;
}
