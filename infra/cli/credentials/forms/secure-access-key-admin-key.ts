import { apiBaseUrl } from '#shared/cisco/secure-access/editions.ts';
import { probeScopes } from '#shared/cisco/secure-access/probe-scopes.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { credentialForm } from '../credential-form.ts';

const scope = 'admin.apikeys:read';

/** Minted with once, then the keys are listed. Creating and deleting are not tried. */
export const secureAccessKeyAdminKeyForm = credentialForm({
  members: [
    { name: 'key', label: 'KeyAdmin key' },
    { name: 'secret', label: 'Key secret' },
  ],
  async attempt(keyAdminKey, { organisation, http }) {
    const baseUrl = apiBaseUrl(organisation);
    const { accessToken } = await requestAccessToken(http, baseUrl, keyAdminKey, { kind: 'key-admin-key' });
    const probes = [{ scope, path: '/admin/v2/apiKeys?offset=0&limit=1' }];
    const missing = await probeScopes(http, baseUrl, accessToken, probes);
    if (missing.length > 0) {
      throw new ConfigurationProblem(
        `The key is accepted by ${baseUrl.host}, but may not list API keys: it lacks ${scope}, or is an ordinary API key. Make a key of type Key Admin with admin.apikeys:read, admin.apikeys:create and admin.apikeys:delete, and set it again.`,
      );
    }
    return {
      value: keyAdminKey,
      findings: [
        `It works at ${baseUrl.host}.`,
        'Whether it has admin.apikeys:create and admin.apikeys:delete shows only at the first rotation.',
      ],
    };
  },
});
