import type { OrganisationName } from '../config/names.ts';
import type { TokenSource } from '../credentials/access-token.ts';
import { httpClient } from './http/http-client.ts';
import {
  type FirewallContext,
  type FirewallTokens,
  type OrganisationFirewalls,
  organisationFirewalls,
} from './organisation-firewalls.ts';
import type { AuthorisedClient } from './secure-access/authorised-client.ts';
import { organisationClient } from './secure-access/organisation-client.ts';

/** Where the tokens of the organisations come from. */
export interface CloudTokens extends FirewallTokens {
  readonly secureAccess: (organisation: OrganisationName) => TokenSource;
}

export interface CloudContext extends FirewallContext {
  readonly tokens: CloudTokens;
}

/** The clouds in which organisations block, each called at the pace that its API allows. */
export interface OrganisationClouds extends OrganisationFirewalls {
  /** @throws ConfigurationProblem when the configuration does not have the organisation */
  secureAccess(organisation: OrganisationName): AuthorisedClient;
}

export function organisationClouds(context: CloudContext): OrganisationClouds {
  const { configuration, tokens, signal } = context;
  const http = httpClient(context, signal && { signal });
  return {
    ...organisationFirewalls(context),
    secureAccess: (name) => organisationClient(name, { configuration, http, tokensOf: tokens.secureAccess }),
  };
}
