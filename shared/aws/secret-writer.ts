import { PutSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Stores a value as the current version of a secret that exists. */
export async function storeSecret(client: SecretsManagerClient, name: string, value: object): Promise<void> {
  await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: JSON.stringify(value) }));
}
