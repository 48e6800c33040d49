import type { OrganisationName } from '#shared/config/names.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import type { CredentialKind } from '#shared/events/credential-events.ts';

/** AWS's type for an API key of Security Cloud Control that AWS itself rotates. */
export const ciscoApiKeyType = 'CiscoSecurityPlatformApiKey';

/** What is told of the secrets that hold one kind of credential. */
export interface OrganisationSecretKind {
  /** Id of the construct that holds them. */
  readonly id: string;
  /** What to store in it, and who does. */
  readonly description: (organisation: OrganisationName) => string;
  /** Why no rotation schedule stands beside it in the stack of the secrets. */
  readonly whyNotRotated: string;
  /** AWS's type of a managed external secret, where the organisation wants AWS to rotate it. */
  readonly managedType?: (organisation: Organisation) => string | undefined;
}

/** Every kind of credential has its secret, one for each organisation that is configured for it. */
export const organisationSecretKinds: Record<CredentialKind, OrganisationSecretKind> = {
  'secure-access-api-key': {
    id: 'SecureAccessApiKeys',
    description: (name) =>
      `Secure Access API key of ${name}; stored by a person: {"key": "…", "secret": "…"}`,
    whyNotRotated:
      'Cisco needs the old key for an hour after the new one is in use, which rotation by Secrets Manager cannot wait for. Where keyRotation is configured, rotate-secure-access-key replaces it; otherwise a person does.',
  },
  'secure-access-access-token': {
    id: 'SecureAccessAccessTokens',
    description: (name) => `Secure Access access token of ${name}; stored by mint-secure-access-token`,
    whyNotRotated:
      'Lives one hour: mint-secure-access-token replaces it before it ends, more often than rotation allows.',
  },
  'secure-access-key-admin-key': {
    id: 'SecureAccessKeyAdminKeys',
    description: (name) =>
      `Secure Access KeyAdmin key of ${name}; stored by a person: {"key": "…", "secret": "…"}`,
    whyNotRotated: 'Only a person can make such a key, in the Secure Access console.',
  },
  'log-bucket-key': {
    id: 'LogBucketKeys',
    description: (name) =>
      `Key of the S3 log bucket that Secure Access keeps for ${name}; stored by rotate-log-bucket-key`,
    whyNotRotated:
      'rotate-log-bucket-key replaces it before day 90. Cisco makes one key valid at a time, so there is none to be tested as pending.',
  },
  'scc-api-key': {
    id: 'SccApiKeys',
    description: (name) =>
      `Security Cloud Control API key of ${name}; stored by a person: {"refreshToken": "…", "organizationId": "…", "apiKeyId": "…", "apiBaseUrl": "https://api.security.cisco.com"}`,
    whyNotRotated:
      'rotate-scc-token keeps it alive whenever it rotates the access token; with rotation "managed", AWS does, by a schedule in the automations stack.',
    managedType: ({ securityCloudControl }) =>
      securityCloudControl?.rotation === 'managed' ? ciscoApiKeyType : undefined,
  },
  'scc-access-token': {
    id: 'SccAccessTokens',
    description: (name) => `Security Cloud Control access token of ${name}; stored by rotate-scc-token`,
    whyNotRotated: 'Rotated every 12 hours by a schedule in the automations stack, beside its function.',
  },
  'firewall-manager-token': {
    id: 'FirewallManagerTokens',
    description: (name) =>
      `Firewall Manager API token of ${name}; the first one is stored by a person: {"token": "…"}`,
    whyNotRotated:
      'rotate-firewall-manager-token replaces it when it has the configured age, which differs between organisations.',
  },
  'xdr-client': {
    id: 'XdrClients',
    description: (name) =>
      `Cisco XDR API client of ${name}; stored by a person: {"clientId": "…", "clientPassword": "…"}`,
    whyNotRotated: 'It belongs to a person and cannot rotate itself; check-credentials watches its age.',
  },
};
