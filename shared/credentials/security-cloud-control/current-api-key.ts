import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { ReadSecret } from '../secret-reader.ts';
import type { SccApiKey } from './api-key.ts';
import type { RotationPorts } from './rotation-ports.ts';

/**
 * The API key that is current: a person's, or the one of the last rotation.
 * @throws ConfigurationProblem when there is none, or it belongs to another organisation than the configured one
 */
export async function currentApiKey({
  apiKey,
  organisation,
  organizationId,
}: Pick<RotationPorts, 'apiKey' | 'organisation' | 'organizationId'>): Promise<ReadSecret<SccApiKey>> {
  const current = await apiKey.read('AWSCURRENT');
  const howToStore = `npm run cli -- credentials set ${organisation}/scc-api-key`;
  if (!current) {
    throw new ConfigurationProblem(
      `The secret with the Security Cloud Control API key of organisation ${organisation} has no value yet, or one that is not JSON with refreshToken, organizationId, apiKeyId and apiBaseUrl. Store the key with: ${howToStore}`,
    );
  }
  if (current.value.organizationId !== organizationId) {
    throw new ConfigurationProblem(
      `The stored API key of organisation ${organisation} has organizationId ${current.value.organizationId}, the configuration says ${organizationId}. The right one is the enterpriseId in the address of the console's API Keys page, not the one inside a token. Correct organisations.${organisation}.securityCloudControl.organizationId and deploy, or store the key again with: ${howToStore}`,
    );
  }
  return current;
}
