import type { Connection } from '../config/connection.ts';
import type { ConnectionName } from '../config/names.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';
import type { PresentedCredentials } from './authentication/authentication.ts';
import { authenticationMethods } from './authentication/methods.ts';
import { type ConnectionSecrets, usualAgeSeconds } from './connection-secrets.ts';

/**
 * Before a sender is refused, its secret is read again if our copy is older than this: a secret stored
 * a moment ago works at once, and nobody can make us read more often by sending rubbish.
 */
const freshAgeSeconds = 10;

/**
 * Believes a sender or throws.
 *
 * @returns The sender's id of this delivery, when its proof covers one.
 * @throws RefusedRequest (`not-authenticated`) that tells the likely cause.
 */
export async function verifySender(
  presented: PresentedCredentials,
  { name, connection, secrets }: { name: ConnectionName; connection: Connection; secrets: ConnectionSecrets },
): Promise<{ readonly deliveryId?: string }> {
  const method = authenticationMethods[connection.authentication];
  const authenticateWithin = async (atMostSecondsOld: number) =>
    method.authenticate(presented, await secrets.read(name, method.secretSchema, atMostSecondsOld));

  const first = await authenticateWithin(usualAgeSeconds);
  const authentication = first.kind === 'authentic' ? first : await authenticateWithin(freshAgeSeconds);
  if (authentication.kind === 'refused') {
    throw new RefusedRequest('not-authenticated', `Not accepted: ${authentication.likelyCause}.`, {
      headers: { 'www-authenticate': method.challenge },
    });
  }
  return authentication;
}
