import { RetryLater } from '../../errors/retry-later.ts';
import { type CredentialRotated, credentialEventSource } from '../../events/credential-events.ts';
import type { SccAccessToken } from './access-token.ts';
import { pendingAccessToken } from './pending-access-token.ts';
import type { RotationPorts } from './rotation-ports.ts';
import { isVersionOf } from './rotation-version.ts';

/**
 * Makes the pending access token the one that workers read, and says so on the bus. Repeated, it changes nothing and
 * publishes the same event again, with the same id.
 * @throws RetryLater when nothing is pending, when another rotation was faster, or AWS does not answer
 */
export async function finishSecret(clientRequestToken: string, ports: RotationPorts): Promise<void> {
  const current = await ports.accessToken.read('AWSCURRENT');
  if (current && isVersionOf(clientRequestToken, current.versionId)) {
    await publish(clientRequestToken, current.value, ports);
    return;
  }
  const pending = await pendingAccessToken(clientRequestToken, ports);
  const promotion = await ports.accessToken.promote(pending.versionId, current?.versionId);
  if (promotion === 'overtaken') {
    throw new RetryLater(
      `Another access token of organisation ${ports.organisation} became current while rotation ${clientRequestToken} was under way. Begin it again with createSecret.`,
    );
  }
  await publish(clientRequestToken, pending.value, ports);
}

async function publish(
  clientRequestToken: string,
  { expiresAt }: SccAccessToken,
  ports: RotationPorts,
): Promise<void> {
  const detail: CredentialRotated = {
    version: 1,
    eventId: `scc-access-token-${clientRequestToken}`,
    organisation: ports.organisation,
    credential: 'scc-access-token',
    expiresAt,
    occurredAt: ports.clock.now().toISOString(),
  };
  await ports.events.publish([{ source: credentialEventSource, detailType: 'CredentialRotated', detail }]);
}
