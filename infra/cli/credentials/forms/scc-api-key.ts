import { platformClient } from '#shared/cisco/security-cloud-control/platform-client.ts';
import { sccPlatformUrl } from '#shared/cisco/security-cloud-control/platform-url.ts';
import type { SccAccessToken } from '#shared/credentials/security-cloud-control/access-token.ts';
import { type SccApiKey, sccApiKeySchema } from '#shared/credentials/security-cloud-control/api-key.ts';
import type { RefreshedTokens, SccPlatform } from '#shared/credentials/security-cloud-control/platform.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { credentialForm } from '../credential-form.ts';

/**
 * Only a refresh tries a refresh token, and a refresh may use it up: what is stored is the token that came back.
 * Should that be lost, the key has done nothing yet, and the person who made it still sits at the console.
 */
export const sccApiKeyForm = credentialForm({
  members: [
    { name: 'apiKeyId', label: 'Key ID' },
    { name: 'refreshToken', label: 'Refresh token' },
  ],
  async attempt(members, { id: { organisation: name }, organisation, http, clock }) {
    const settings = organisation.securityCloudControl;
    if (!settings) {
      throw new ConfigurationProblem(`organisations.${name}.securityCloudControl is not configured.`);
    }
    const apiKey = readApiKey({
      ...members,
      organizationId: settings.organizationId,
      apiBaseUrl: sccPlatformUrl(settings),
    });
    const mintedAt = clock.now().toISOString();
    const platform = platformClient({ http, clock, organisation: name, baseUrl: undefined });
    const tokens = await refresh(platform, apiKey);
    const end = tokens.refreshTokenExpiresAt?.toISOString();
    const value: SccApiKey = {
      ...apiKey,
      refreshToken: tokens.refreshToken ?? apiKey.refreshToken,
      ...(end !== undefined && { expiresDate: end }),
    };
    const accessToken: SccAccessToken | undefined = tokens.accessToken && {
      accessToken: tokens.accessToken.value,
      mintedAt,
      expiresAt: tokens.accessToken.expiresAt.toISOString(),
      ...(end !== undefined && { refreshTokenExpiresAt: end }),
    };
    return {
      value,
      byproducts: accessToken ? [{ kind: 'scc-access-token', value: accessToken }] : [],
      findings: [
        `It works at ${apiKey.apiBaseUrl}, and gave an access token.`,
        ...(end === undefined ? [] : [`Its refresh token lasts until ${end} and is renewed by itself.`]),
      ],
      ifNotStored:
        'The refresh token was used up by the trial: generate a new API key in the console and set that once this is mended.',
    };
  },
});

function readApiKey(given: SccApiKey): SccApiKey {
  const parsed = sccApiKeySchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new ConfigurationProblem(
    `What was given cannot be an API key: look at ${wrong}. The key id is a UUID, the refresh token one word; the console shows both once, when the key is made.`,
  );
}

async function refresh(platform: SccPlatform, apiKey: SccApiKey): Promise<RefreshedTokens> {
  const host = new URL(apiKey.apiBaseUrl).host;
  try {
    const answer = await platform.refreshAccessToken(apiKey);
    if (answer.kind === 'refreshed') return answer;
    throw new ConfigurationProblem(
      `${host} refuses the refresh token: ${answer.said}. It has expired (60 days after it was issued), was used up by a refresh elsewhere, or is not of key ${apiKey.apiKeyId}. Check that key id and refresh token are of the same key and that it was not the access token that was pasted; else generate a new API key in the console (Platform Management > API Keys) and set that.`,
    );
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    throw new ConfigurationProblem(
      `The answer of ${host} was lost, and the refresh token may be used up. Set the same key again; if it is refused then, generate a new one in the console.`,
      { cause: error },
    );
  }
}
