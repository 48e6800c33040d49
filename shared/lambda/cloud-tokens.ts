import { functionClient, secretsManagerClient } from '../aws/clients.ts';
import { invokedTokenMinter } from '../aws/invoked-token-minter.ts';
import { secretTokenRotations } from '../aws/secret-token-rotations.ts';
import { secretsManagerReader } from '../aws/secrets-manager-reader.ts';
import type { CloudTokens } from '../cisco/organisation-clouds.ts';
import type { StageName } from '../config/names.ts';
import { organisationFirewallManagerTokens } from '../credentials/firewall-manager/organisation-token-sources.ts';
import { organisationTokenSources } from '../credentials/organisation-token-sources.ts';
import { organisationSccTokenSources } from '../credentials/security-cloud-control/organisation-token-sources.ts';
import { systemClock } from '../time/clock.ts';
import { realSleep } from '../time/sleep.ts';

/**
 * Where a function that blocks finds the tokens of the clouds: in their secrets, each read when it is first needed.
 * One that is refused is made anew.
 */
export function cloudTokens(environment: { STAGE: StageName; MINT_FUNCTION_NAME: string }): CloudTokens {
  const stage = environment.STAGE;
  const time = { clock: systemClock, sleep: realSleep };
  const client = secretsManagerClient();
  const secrets = secretsManagerReader(client);
  const minter = invokedTokenMinter(functionClient(), environment.MINT_FUNCTION_NAME);
  return {
    secureAccess: organisationTokenSources({ stage, secrets, minter, clock: systemClock }),
    platform: organisationSccTokenSources({
      stage,
      secrets,
      rotations: secretTokenRotations(client),
      ...time,
    }),
    firewallManager: organisationFirewallManagerTokens({ stage, secrets }),
  };
}
