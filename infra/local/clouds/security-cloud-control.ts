import { seededApiKey, seededOrganisation } from '#test/simulators/security-cloud-control/seed.ts';
import { startSecurityCloudControlSimulator } from '#test/simulators/security-cloud-control/start.ts';
import { seededClaimCodes } from '#test/simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { type Cloud, startSimulatedCloud, useCloudAt } from './cloud.ts';

/** An API key of Security Cloud Control, as a person would paste it; its organisation is configured. */
export interface SecurityCloudControlCredentials {
  readonly apiKeyId: string;
  readonly refreshToken: string;
  /** Claim codes that were sold, by the names under which they are stored. Left out: none. */
  readonly claimCodes?: Readonly<Record<string, string>>;
}

const name = 'Security Cloud Control';

const seeded: SecurityCloudControlCredentials = {
  apiKeyId: seededApiKey.apiKeyId,
  refreshToken: seededApiKey.refreshToken,
  claimCodes: {
    'good-code': seededClaimCodes.valid,
    'used-code': seededClaimCodes.used,
    'expired-code': seededClaimCodes.expired,
  },
};

export function startSimulatedSecurityCloudControl(
  port: number,
): Promise<Cloud<SecurityCloudControlCredentials>> {
  return startSimulatedCloud({ name, port, credentials: seeded, start: startManager });
}

/** Only Cisco makes a manager of an organisation, and only a manager makes others. */
async function startManager(options: { port: number }) {
  const simulator = await startSecurityCloudControlSimulator(options);
  simulator.control.organisations.change(seededOrganisation.id, { type: 'MANAGER' });
  return simulator;
}

/** The cloud that `--security-cloud-control-url` names, with the key of the environment. */
export function useSecurityCloudControlAt(
  url: string,
  environment: NodeJS.ProcessEnv,
): Cloud<SecurityCloudControlCredentials> {
  const credentials: SecurityCloudControlCredentials = {
    apiKeyId: environment.SECURITY_CLOUD_CONTROL_API_KEY_ID ?? seeded.apiKeyId,
    refreshToken: environment.SECURITY_CLOUD_CONTROL_REFRESH_TOKEN ?? seeded.refreshToken,
  };
  return useCloudAt({ name, url, flag: '--security-cloud-control-url', credentials });
}
