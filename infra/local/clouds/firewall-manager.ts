import { seededApiToken } from '#test/simulators/firewall-manager/seed.ts';
import { startFirewallManagerSimulator } from '#test/simulators/firewall-manager/start.ts';
import { type Cloud, startSimulatedCloud, useCloudAt } from './cloud.ts';

/** The first API token of Firewall Manager, as a person would paste it: of one of the two users configured. */
export interface FirewallManagerCredentials {
  readonly token: string;
}

const name = 'Firewall Manager';

const seeded: FirewallManagerCredentials = { token: seededApiToken };

export function startSimulatedFirewallManager(port: number): Promise<Cloud<FirewallManagerCredentials>> {
  return startSimulatedCloud({ name, port, credentials: seeded, start: startFirewallManagerSimulator });
}

/** The cloud that `--firewall-manager-url` names, with the token of the environment. */
export function useFirewallManagerAt(
  url: string,
  environment: NodeJS.ProcessEnv,
): Cloud<FirewallManagerCredentials> {
  const credentials: FirewallManagerCredentials = {
    token: environment.FIREWALL_MANAGER_TOKEN ?? seeded.token,
  };
  return useCloudAt({ name, url, flag: '--firewall-manager-url', credentials });
}
