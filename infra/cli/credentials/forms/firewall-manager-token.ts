import { ApiTokens } from '#shared/cisco/firewall-manager/api-tokens.ts';
import { firewallManagerBaseUrl } from '#shared/cisco/firewall-manager/base-url.ts';
import { bearerTokenSchema } from '#shared/credentials/access-token.ts';
import type { StoredFirewallManagerToken } from '#shared/credentials/firewall-manager/stored-token.ts';
import { tokenProblems } from '#shared/credentials/firewall-manager/token-problems.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { credentialForm } from '../credential-form.ts';

const whereToGenerate =
  'Refresh the token of one of the two API-only users in the Firewall Manager console (Settings > User Management), and set that.';

/** Asked whose it is: tenant, user and roles must be the configured ones, and it must never expire. */
export const firewallManagerTokenForm = credentialForm({
  members: [{ name: 'token', label: 'API token' }],
  async attempt({ token }, { id, organisation: { firewallManager }, http, clock }) {
    if (!firewallManager) {
      throw new ConfigurationProblem(`organisations.${id.organisation}.firewallManager is not configured.`);
    }
    if (!bearerTokenSchema.safeParse(token).success) {
      throw new ConfigurationProblem(
        `What was given cannot be a token: it has spaces or other characters that no token has. ${whereToGenerate}`,
      );
    }
    const baseUrl = firewallManagerBaseUrl(firewallManager);
    const info = await new ApiTokens(http, baseUrl).describe(token);
    if (!info) {
      throw new ConfigurationProblem(
        `${baseUrl.host} refuses the token: it was revoked or replaced, or belongs to another region than the configured "${firewallManager.region}". Compare the region with the address of the console. ${whereToGenerate}`,
      );
    }
    const problems = tokenProblems(info, firewallManager);
    if (problems.length > 0) {
      throw new ConfigurationProblem(
        `The token is accepted by ${baseUrl.host}, but ${problems.join('; ')}. Correct organisations.${id.organisation}.firewallManager, or set a token of one of the configured users.`,
      );
    }
    const value: StoredFirewallManagerToken = {
      token,
      userUid: info.uid,
      createdAt: clock.now().toISOString(),
    };
    return {
      value,
      findings: [`It works at ${baseUrl.host}, for tenant ${info.tenantName ?? info.tenantUid}.`],
    };
  },
});
