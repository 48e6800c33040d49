import { seededKey, seededKeyAdminKey } from '#test/simulators/secure-access/seed.ts';
import { startSecureAccessSimulator } from '#test/simulators/secure-access/start.ts';
import { type Cloud, startSimulatedCloud, useCloudAt } from './cloud.ts';

/** An API key of Secure Access, as a person would paste it. */
export interface SecureAccessApiKey {
  readonly key: string;
  readonly secret: string;
}

export interface SecureAccessCredentials {
  readonly apiKey: SecureAccessApiKey;
  /** Manages API keys, and can do nothing else. */
  readonly keyAdminKey: SecureAccessApiKey;
}

const name = 'Secure Access';

const seeded: SecureAccessCredentials = {
  apiKey: { key: seededKey.key, secret: seededKey.secret },
  keyAdminKey: { key: seededKeyAdminKey.key, secret: seededKeyAdminKey.secret },
};

export function startSimulatedSecureAccess(port: number): Promise<Cloud<SecureAccessCredentials>> {
  return startSimulatedCloud({ name, port, credentials: seeded, start: startSecureAccessSimulator });
}

/** The cloud that `--secure-access-url` names, with the keys of the environment. */
export function useSecureAccessAt(
  url: string,
  environment: NodeJS.ProcessEnv,
): Cloud<SecureAccessCredentials> {
  const credentials: SecureAccessCredentials = {
    apiKey: {
      key: environment.SECURE_ACCESS_KEY ?? seeded.apiKey.key,
      secret: environment.SECURE_ACCESS_SECRET ?? seeded.apiKey.secret,
    },
    keyAdminKey: {
      key: environment.SECURE_ACCESS_KEY_ADMIN_KEY ?? seeded.keyAdminKey.key,
      secret: environment.SECURE_ACCESS_KEY_ADMIN_SECRET ?? seeded.keyAdminKey.secret,
    },
  };
  return useCloudAt({ name, url, flag: '--secure-access-url', credentials });
}
