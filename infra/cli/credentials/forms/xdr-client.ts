import { xdrPlatformUrl } from '#shared/cisco/xdr/regions.ts';
import { requestXdrAccessToken } from '#shared/cisco/xdr/request-access-token.ts';
import { uncoveredScopes } from '#shared/cisco/xdr/scopes.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { credentialForm } from '../credential-form.ts';

/** A token is requested; the answer names the scopes that its owner really has. */
export const xdrClientForm = credentialForm({
  members: [
    { name: 'clientId', label: 'Client id' },
    { name: 'clientPassword', label: 'Client password' },
  ],
  async attempt(client, { id, organisation: { xdr }, http }) {
    if (!xdr) throw new ConfigurationProblem(`organisations.${id.organisation}.xdr is not configured.`);
    const platformUrl = xdrPlatformUrl(xdr);
    const { scopes } = await requestXdrAccessToken(http, platformUrl, client);
    const missing = uncoveredScopes(scopes, xdr.scopes);
    if (missing.length > 0) {
      throw new ConfigurationProblem(
        `The client is accepted by ${platformUrl.host}, but lacks ${missing.join(', ')}: it was made without them, or its owner does not have them. Make a client with these scopes as a user who has them, and set it again.`,
      );
    }
    return {
      value: client,
      findings: [
        `It works at ${platformUrl.host}.`,
        `Put the day on which it was made into organisations.${id.organisation}.xdr.clientCreatedOn: its age is watched from there (now ${xdr.clientCreatedOn}).`,
      ],
    };
  },
});
