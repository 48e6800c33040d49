import { PutSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretNames } from '#shared/aws/secret-names.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import type { CredentialId } from '#shared/credentials/health/credential-id.ts';
import { credentialSecretName } from '#shared/credentials/health/credential-secret-name.ts';
import type { CiscoClouds } from './clouds/cisco-clouds.ts';
import { type SenderAuthentication, secretOf } from './sender-authentication.ts';
import type { Senders } from './senders.ts';

/** The clouds as far as credentials for them are concerned. */
export type PastedCredentials = {
  readonly [Name in keyof CiscoClouds]: Pick<CiscoClouds[Name], 'url' | 'credentials'>;
};

/** One secret to be stored: its name, and its value before it becomes JSON. */
export interface CredentialToStore {
  readonly secretName: string;
  readonly value: object;
}

/** Every credential of a deployment that a person would paste: the keys of each organisation, one secret per sender. */
export function credentialsToStore(
  configuration: DeploymentConfiguration,
  clouds: PastedCredentials,
  senders: Senders,
): CredentialToStore[] {
  const { stage, organisations } = configuration;
  return [
    ...configuredCredentials(configuration).flatMap((credential) => {
      const settings = organisations[credential.organisation];
      const value = settings && pastedValue(credential, settings, clouds);
      return value ? [{ secretName: credentialSecretName(stage, credential), value }] : [];
    }),
    ...[...senders.connections].flatMap(([connection, authentication]) =>
      secretToStore(secretNames.connection(stage, connection), authentication),
    ),
    ...[...senders.peopleSources].flatMap(([source, authentication]) =>
      secretToStore(secretNames.peopleSource(stage, source), authentication),
    ),
    ...[...senders.organisationSources].flatMap(([source, authentication]) =>
      secretToStore(secretNames.organisationSource(stage, source), authentication),
    ),
    ...(configuration.organisationOnboarding?.claimCodes ?? []).flatMap((name) => {
      const claimCode = clouds.securityCloudControl.credentials.claimCodes?.[name];
      return claimCode === undefined
        ? []
        : [{ secretName: secretNames.claimCode(stage, name), value: { claimCode } }];
    }),
  ];
}

/** Nothing for a sender whom the gateway believes. */
function secretToStore(secretName: string, authentication: SenderAuthentication): CredentialToStore[] {
  const current = secretOf(authentication);
  return current === undefined ? [] : [{ secretName, value: { current } }];
}

/** What a person would paste for a credential; nothing for one that a function makes. */
function pastedValue(
  { kind }: CredentialId,
  { securityCloudControl }: Organisation,
  clouds: PastedCredentials,
): object | undefined {
  switch (kind) {
    case 'secure-access-api-key':
      return clouds.secureAccess.credentials.apiKey;
    case 'secure-access-key-admin-key':
      return clouds.secureAccess.credentials.keyAdminKey;
    case 'scc-api-key':
      return (
        securityCloudControl && {
          apiKeyId: clouds.securityCloudControl.credentials.apiKeyId,
          refreshToken: clouds.securityCloudControl.credentials.refreshToken,
          organizationId: securityCloudControl.organizationId,
          apiBaseUrl: clouds.securityCloudControl.url,
        }
      );
    case 'firewall-manager-token':
      return clouds.firewallManager.credentials;
    case 'xdr-client':
      return clouds.xdr.credentials;
    case 'secure-access-access-token':
    case 'scc-access-token':
    case 'log-bucket-key':
      return undefined;
  }
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
