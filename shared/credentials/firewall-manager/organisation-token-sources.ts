import { secretNames } from '../../aws/secret-names.ts';
import type { ApiTokenSource } from '../../cisco/firewall-manager/authorised-client.ts';
import type { OrganisationName, StageName } from '../../config/names.ts';
import type { SecretReader } from '../secret-reader.ts';
import { storedFirewallManagerTokenSource } from './stored-token-source.ts';

/** The API tokens of Firewall Manager of several organisations; one source each, for good. */
export function organisationFirewallManagerTokens({
  stage,
  secrets,
}: {
  stage: StageName;
  secrets: SecretReader;
}): (organisation: OrganisationName) => ApiTokenSource {
  const sources = new Map<OrganisationName, ApiTokenSource>();
  return (organisation) => {
    const secretName = secretNames.firewallManagerToken(stage, organisation);
    const source = sources.get(organisation) ?? storedFirewallManagerTokenSource({ secrets, secretName });
    sources.set(organisation, source);
    return source;
  };
}
