import { PutSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretNames } from '#shared/aws/secret-names.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { ConnectionName } from '#shared/config/names.ts';
import { organisationsOf } from './configured-names.ts';
import { type SenderAuthentication, secretOf } from './sender-authentication.ts';

/** An API key of Secure Access, as a person would paste it. */
export interface SecureAccessApiKey {
  readonly key: string;
  readonly secret: string;
}

/** One secret to be stored: its name, and its value before it becomes JSON. */
export interface CredentialToStore {
  readonly secretName: string;
  readonly value: Readonly<Record<string, string>>;
}

/** Every credential of a deployment that a person would paste: one API key per organisation, one secret per sender. */
export function credentialsToStore(
  configuration: DeploymentConfiguration,
  apiKey: SecureAccessApiKey,
  senders: ReadonlyMap<ConnectionName, SenderAuthentication>,
): CredentialToStore[] {
  return [
    ...organisationsOf(configuration).map((organisation) => ({
      secretName: secretNames.secureAccessApiKey(configuration.stage, organisation),
      value: { key: apiKey.key, secret: apiKey.secret },
    })),
    ...[...senders].map(([connection, authentication]) => ({
      secretName: secretNames.connection(configuration.stage, connection),
      value: { current: secretOf(authentication) },
    })),
  ];
}

/** Stores the credentials as the current versions of secrets that the stack has made. */
export async function storeCredentials(
  client: SecretsManagerClient,
  credentials: readonly CredentialToStore[],
): Promise<void> {
  for (const { secretName, value } of credentials) {
    await client.send(
      new PutSecretValueCommand({ SecretId: secretName, SecretString: JSON.stringify(value) }),
    );
  }
}
