import { currentApiKey } from './current-api-key.ts';
import { pendingAccessToken } from './pending-access-token.ts';
import type { RotationPorts } from './rotation-ports.ts';

/**
 * Proves that the pending access token works, by reading the organisation with it.
 * @throws ConfigurationProblem when a person has to act
 * @throws RetryLater when nothing is pending, or the platform does not answer
 */
export async function testSecret(clientRequestToken: string, ports: RotationPorts): Promise<void> {
  const pending = await pendingAccessToken(clientRequestToken, ports);
  const { value: apiKey } = await currentApiKey(ports);
  await ports.platform.readOrganization(apiKey, pending.value.accessToken);
}
