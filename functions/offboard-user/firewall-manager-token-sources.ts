import { secretNames } from '#shared/aws/secret-names.ts';
import type { ApiTokenSource } from '#shared/cisco/firewall-manager/authorised-client.ts';
import type { OrganisationName, StageName } from '#shared/config/names.ts';
import { storedFirewallManagerTokenSource } from '#shared/credentials/firewall-manager/stored-token-source.ts';
import type { SecretReader } from '#shared/credentials/secret-reader.ts';

/** The API tokens of Firewall Manager of several organisations; one source each, for good. */
export function firewallManagerTokenSources(
  stage: StageName,
  secrets: SecretReader,
): (organisation: OrganisationName) => ApiTokenSource {
  const sources = new Map<OrganisationName, ApiTokenSource>();
  return (organisation) => {
    const secretName = secretNames.firewallManagerToken(stage, organisation);
    const source = sources.get(organisation) ?? storedFirewallManagerTokenSource({ secrets, secretName });
    sources.set(organisation, source);
    return source;
  };
}
