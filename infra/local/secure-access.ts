import { startSecureAccessSimulator } from '#test/simulators/secure-access/start.ts';
import { findFreePort, requireFreePort } from './ports.ts';
import type { SecureAccessApiKey } from './store-credentials.ts';

/** What the deployed functions call as Secure Access. */
export interface SecureAccess {
  readonly url: string;
  readonly apiKey: SecureAccessApiKey;
  readonly description: string;
  /** Ends the simulator; leaves a cloud that was given alone. */
  stop(): Promise<void>;
}

/** The key that the simulator is seeded with. */
export const simulatorApiKey: SecureAccessApiKey = { key: 'local-key', secret: 'local-secret' };

/** Starts the simulator in this process; port 0 takes any that is free. */
export async function startSimulatedSecureAccess(port: number): Promise<SecureAccess> {
  if (port !== 0) await requireFreePort(port, 'the Secure Access simulator', '--simulator-port');
  const simulator = await startSecureAccessSimulator({ port: port === 0 ? await findFreePort() : port });
  return {
    url: simulator.url,
    apiKey: simulatorApiKey,
    description: `simulator at ${simulator.url}`,
    stop: () => simulator.close(),
  };
}

/** A Secure Access that is elsewhere: another simulator, a recording proxy, the real cloud. */
export function useSecureAccessAt(url: string, environment: NodeJS.ProcessEnv): SecureAccess {
  return {
    url,
    apiKey: {
      key: environment.SECURE_ACCESS_KEY ?? simulatorApiKey.key,
      secret: environment.SECURE_ACCESS_SECRET ?? simulatorApiKey.secret,
    },
    description: `${url} (--secure-access-url)`,
    stop: async () => undefined,
  };
}
