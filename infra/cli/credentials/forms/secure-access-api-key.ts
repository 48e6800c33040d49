import { z } from 'zod';
import { apiBaseUrl } from '#shared/cisco/secure-access/editions.ts';
import { probeScopes } from '#shared/cisco/secure-access/probe-scopes.ts';
import { type ApiKey, requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { neededScopes } from '#shared/credentials/health/needed-scopes.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { WrongUsage } from '../../wrong-usage.ts';
import { credentialForm } from '../credential-form.ts';

/** Minted with once, then a cheap read for each scope that the configuration needs. */
export const secureAccessApiKeyForm = credentialForm({
  members: [
    { name: 'key', label: 'API key' },
    { name: 'secret', label: 'Key secret' },
    { name: 'expiresAt', label: 'Expiry date as 2027-01-31, empty if it never expires', isOptional: true },
  ],
  async attempt({ key, secret, expiresAt }, { id, organisation, stack, http }) {
    const baseUrl = apiBaseUrl(organisation);
    const apiKey: ApiKey = { key, secret, ...readExpiry(expiresAt) };
    const { childOrganisationId } = organisation.secureAccess;
    const { accessToken } = await requestAccessToken(http, baseUrl, apiKey, { childOrganisationId });
    const { probes, unprovable } = neededScopes(stack.configuration, id.organisation);
    const missing = await probeScopes(http, baseUrl, accessToken, probes);
    if (missing.length > 0) {
      throw new ConfigurationProblem(
        `The API key is accepted by ${baseUrl.host}, but lacks ${missing.join(', ')}. The scopes of a key can be changed in the console (Admin > API Keys): add them, or make a new key that has them, and set it again.`,
      );
    }
    const unproved = unprovable.map((scope) => `Whether it has ${scope} shows only at the first write.`);
    return { value: apiKey, findings: [`It works at ${baseUrl.host}.`, ...unproved] };
  },
});

/** A day ends somewhere in the world as soon as it begins in UTC, so that is when the key is taken to end. */
function readExpiry(text: string): { expiresAt?: string } {
  if (text === '') return {};
  const parsed = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(text);
  if (parsed.success) return { expiresAt: new Date(parsed.data).toISOString() };
  throw new WrongUsage('The expiry date is not of the form 2027-01-31. Nothing was stored.');
}
