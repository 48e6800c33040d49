import { seededApiKey } from '#test/simulators/security-cloud-control/seed.ts';
import { startSecurityCloudControlSimulator } from '#test/simulators/security-cloud-control/start.ts';
import { type Cloud, startSimulatedCloud, useCloudAt } from './cloud.ts';

/** An API key of Security Cloud Control, as a person would paste it; its organisation is configured. */
export interface SecurityCloudControlCredentials {
  readonly apiKeyId: string;
  readonly refreshToken: string;
}

const name = 'Security Cloud Control';

const seeded: SecurityCloudControlCredentials = {
  apiKeyId: seededApiKey.apiKeyId,
  refreshToken: seededApiKey.refreshToken,
};

export function startSimulatedSecurityCloudControl(
  port: number,
): Promise<Cloud<SecurityCloudControlCredentials>> {
  return startSimulatedCloud({ name, port, credentials: seeded, start: startSecurityCloudControlSimulator });
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
