import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { connectionNameSchema } from '#shared/config/names.ts';
import { authenticationMethod } from '#shared/webhooks/authentication/methods.ts';
import { connectionSecretSchema } from '#shared/webhooks/connection-secrets.ts';
import { type SenderAuthentication, senderAuthentication } from '../../local/sender-authentication.ts';
import type { TargetStack } from '../target-stack.ts';
import { WrongUsage } from '../wrong-usage.ts';

/**
 * What the sender of a connection proves itself with, read where the function reads it.
 * @throws WrongUsage that lists the connections when this is none of them
 * @throws ConfigurationProblem when its secret has not been stored yet, or is not of its scheme's shape
 */
export async function senderOfConnection(
  given: string,
  { configuration, secrets }: TargetStack,
): Promise<SenderAuthentication> {
  const name = connectionNameSchema.safeParse(given).data;
  const connection = Object.entries(configuration.connections).find(([one]) => one === name)?.[1];
  if (name === undefined || connection === undefined) {
    const all = Object.keys(configuration.connections).join(', ') || 'none is configured';
    throw new WrongUsage(`There is no such connection; one of: ${all}.`);
  }
  const settings = connection.authentication;
  const method = authenticationMethod(settings);
  if (method.proof === 'gateway') return senderAuthentication(settings, '');

  const { value } = await secretsManagerReader(secrets).read(
    secretNames.connection(configuration.stage, name),
    connectionSecretSchema(method.secretSchema),
  );
  return senderAuthentication(settings, value.current);
}
