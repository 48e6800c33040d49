import { secretNames } from '../../aws/secret-names.ts';
import type { OrganisationName, StageName } from '../../config/names.ts';
import type { CredentialKind } from '../../events/credential-events.ts';
import type { CredentialId } from './credential-id.ts';

const nameOf: Record<CredentialKind, (stage: StageName, organisation: OrganisationName) => string> = {
  'secure-access-api-key': secretNames.secureAccessApiKey,
  'secure-access-access-token': secretNames.secureAccessAccessToken,
  'secure-access-key-admin-key': secretNames.secureAccessKeyAdminKey,
  'log-bucket-key': secretNames.logBucketKey,
  'scc-api-key': secretNames.sccApiKey,
  'scc-access-token': secretNames.sccAccessToken,
  'firewall-manager-token': secretNames.firewallManagerToken,
  'xdr-client': secretNames.xdrClient,
};

/** The secret in which a credential is kept. */
export function credentialSecretName(stage: StageName, { organisation, kind }: CredentialId): string {
  return nameOf[kind](stage, organisation);
}
