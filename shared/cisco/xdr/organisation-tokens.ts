import { secretNames } from '../../aws/secret-names.ts';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName, StageName } from '../../config/names.ts';
import type { TokenSource } from '../../credentials/access-token.ts';
import type { SecretReader } from '../../credentials/secret-reader.ts';
import type { Clock } from '../../time/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { xdrOf } from './organisation-client.ts';
import { xdrPlatformUrl } from './regions.ts';
import type { RequestBudget } from './request-budget.ts';
import { xdrTokenSource } from './token-source.ts';
import { withinXdrBudget } from './within-budget.ts';

/**
 * Where the access tokens of each organisation's XDR come from, one source an organisation. Keep it for as long as the
 * process lives: tokens last ten minutes.
 * @returns a function that throws ConfigurationProblem when the configuration has no XDR for the organisation
 */
export function organisationXdrTokens(options: {
  stage: StageName;
  configuration: Pick<DeploymentConfiguration, 'organisations'>;
  secrets: SecretReader;
  http: HttpClient;
  budget: RequestBudget;
  clock: Clock;
}): (organisation: OrganisationName) => TokenSource {
  const { stage, configuration, secrets, http, budget, clock } = options;
  const sources = new Map<OrganisationName, TokenSource>();
  return (organisation) => {
    const known = sources.get(organisation);
    if (known) return known;
    const xdr = xdrOf(organisation, configuration);
    const source = xdrTokenSource({
      // Urgent requests need a token, too; there are six in an hour.
      http: withinXdrBudget(http, { budget, organisation, lane: 'express', clock }),
      platformUrl: xdrPlatformUrl(xdr),
      secrets,
      secretName: secretNames.xdrClient(stage, organisation),
      neededScopes: xdr.scopes,
      clock,
    });
    sources.set(organisation, source);
    return source;
  };
}
