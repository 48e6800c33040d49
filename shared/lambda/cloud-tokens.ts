import { functionClient, secretsManagerClient } from '../aws/clients.ts';
import { invokedTokenMinter } from '../aws/invoked-token-minter.ts';
import { secretTokenRotations } from '../aws/secret-token-rotations.ts';
import { secretsManagerReader } from '../aws/secrets-manager-reader.ts';
import type { CloudTokens } from '../cisco/organisation-clouds.ts';
import type { FirewallTokens } from '../cisco/organisation-firewalls.ts';
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
  const secrets = secretsManagerReader(secretsManagerClient());
  const minter = invokedTokenMinter(functionClient(), environment.MINT_FUNCTION_NAME);
  return {
    ...firewallTokens(environment),
    secureAccess: organisationTokenSources({ stage, secrets, minter, clock: systemClock }),
  };
}

/** The same for a function that has to do with network groups and firewalls only. */
export function firewallTokens({ STAGE: stage }: { STAGE: StageName }): FirewallTokens {
  const client = secretsManagerClient();
  const secrets = secretsManagerReader(client);
  const rotations = secretTokenRotations(client);
  const time = { clock: systemClock, sleep: realSleep };
  return {
    platform: organisationSccTokenSources({ stage, secrets, rotations, ...time }),
    firewallManager: organisationFirewallManagerTokens({ stage, secrets }),
  };
}
