import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { Organisation } from '../../config/organisation.ts';
import type { TokenSource } from '../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { Clock } from '../../time/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { type AuthorisedXdrClient, authorisedXdrClient } from './authorised-client.ts';
import { xdrHosts } from './regions.ts';
import type { BudgetLane, RequestBudget } from './request-budget.ts';
import { withinXdrBudget } from './within-budget.ts';

/** What clients of all organisations share. */
export interface XdrAccess {
  readonly configuration: Pick<DeploymentConfiguration, 'organisations'>;
  readonly tokensOf: (organisation: OrganisationName) => TokenSource;
  readonly budget: RequestBudget;
  readonly clock: Clock;
}

/**
 * The client for one organisation's XDR, within our share of its requests.
 * @throws ConfigurationProblem when the configuration has no XDR for the organisation
 */
export function organisationXdrClient(
  organisation: OrganisationName,
  access: XdrAccess,
  { http, lane }: { http: HttpClient; lane: BudgetLane },
): AuthorisedXdrClient {
  const { configuration, tokensOf, budget, clock } = access;
  return authorisedXdrClient({
    http: withinXdrBudget(http, { budget, organisation, lane, clock }),
    tokens: tokensOf(organisation),
    hosts: xdrHosts(xdrOf(organisation, configuration)),
  });
}

/** @throws ConfigurationProblem when the configuration has no XDR for the organisation */
export function xdrOf(
  organisation: OrganisationName,
  { organisations }: Pick<DeploymentConfiguration, 'organisations'>,
): NonNullable<Organisation['xdr']> {
  const xdr = organisations[organisation]?.xdr;
  if (xdr) return xdr;
  throw new ConfigurationProblem(`The configuration has no "xdr" for the organisation ${organisation}.`);
}
