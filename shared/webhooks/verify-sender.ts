import type { AuthenticationSettings } from '../config/authentication.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';
import { isAllowedSource } from './authentication/allowed-source.ts';
import {
  type Authentication,
  type AuthenticationMethod,
  type ConnectionSecret,
  type PresentedCredentials,
  refused,
  type SecretMethod,
} from './authentication/authentication.ts';
import { authenticationMethod } from './authentication/methods.ts';
import { type ConnectionSecrets, usualAgeSeconds } from './connection-secrets.ts';

/**
 * Before a sender is refused, its secret is read again if our copy is older than this: a secret stored
 * a moment ago works at once, and nobody can make us read more often by sending rubbish.
 */
const freshAgeSeconds = 10;

interface SenderToVerify<Name extends string> {
  readonly name: Name;
  readonly connection: { readonly authentication: AuthenticationSettings };
  readonly secrets: ConnectionSecrets<Name>;
}

/**
 * Believes a sender or throws. Where it calls from is looked at first: that costs no secret.
 *
 * @returns What names this delivery, when the proof covers more than the sender.
 * @throws RefusedRequest (`not-authenticated`) that tells the likely cause.
 */
export async function verifySender<Name extends string>(
  presented: PresentedCredentials,
  { name, connection, secrets }: SenderToVerify<Name>,
): Promise<{ readonly deliveryId?: string }> {
  const { authentication: settings } = connection;
  const method = authenticationMethod(settings);
  const authentication =
    problemWithSource(presented, settings) ??
    (await authenticate(method, presented, (secretSchema, atMostSecondsOld) =>
      secrets.read(name, secretSchema, atMostSecondsOld),
    ));
  if (authentication.kind === 'refused') {
    throw new RefusedRequest('not-authenticated', `Not accepted: ${authentication.likelyCause}.`, {
      headers: { 'www-authenticate': method.challenge },
    });
  }
  return authentication;
}

function problemWithSource(
  { sourceAddress }: PresentedCredentials,
  { allowedSources }: AuthenticationSettings,
): Authentication | undefined {
  if (allowedSources === undefined || isAllowedSource(sourceAddress, allowedSources)) return undefined;
  return refused(
    `the call comes from ${sourceAddress ?? 'an unknown address'}, which is in none of the connection's allowedSources`,
  );
}

async function authenticate(
  method: AuthenticationMethod,
  presented: PresentedCredentials,
  readSecret: (
    secretSchema: SecretMethod['secretSchema'],
    atMostSecondsOld: number,
  ) => Promise<ConnectionSecret>,
): Promise<Authentication> {
  if (method.proof === 'gateway') return method.authenticate(presented);
  const first = method.authenticate(presented, await readSecret(method.secretSchema, usualAgeSeconds));
  if (first.kind === 'authentic') return first;
  return method.authenticate(presented, await readSecret(method.secretSchema, freshAgeSeconds));
}
