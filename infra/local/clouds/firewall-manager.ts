import { seededApiToken, seededUsers } from '#test/simulators/firewall-manager/seed.ts';
import { startFirewallManagerSimulator } from '#test/simulators/firewall-manager/start.ts';
import { type Cloud, startSimulatedCloud, useCloudAt } from './cloud.ts';

/** The first API token of Firewall Manager, as a person would paste it. */
export interface FirewallManagerCredentials {
  readonly token: string;
  /** The API-only user it belongs to, one of the two that are configured. */
  readonly userUid: string;
}

const name = 'Firewall Manager';

const seeded: FirewallManagerCredentials = { token: seededApiToken, userUid: seededUsers.first.uid };

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
    userUid: environment.FIREWALL_MANAGER_USER_UID ?? seeded.userUid,
  };
  return useCloudAt({ name, url, flag: '--firewall-manager-url', credentials });
}
