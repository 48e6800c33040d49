import type { XdrClient } from '#shared/cisco/xdr/request-access-token.ts';
import { seededClient } from '#test/simulators/xdr/seed.ts';
import { startXdrSimulator } from '#test/simulators/xdr/start.ts';
import { type Cloud, startSimulatedCloud, useCloudAt } from './cloud.ts';

const name = 'XDR';

const seeded: XdrClient = {
  clientId: seededClient.clientId,
  clientPassword: seededClient.clientPassword,
};

export function startSimulatedXdr(port: number): Promise<Cloud<XdrClient>> {
  return startSimulatedCloud({ name, port, credentials: seeded, start: startXdrSimulator });
}

/** The cloud that `--xdr-url` names, with the client of the environment. */
export function useXdrAt(url: string, environment: NodeJS.ProcessEnv): Cloud<XdrClient> {
  const credentials: XdrClient = {
    clientId: environment.XDR_CLIENT_ID ?? seeded.clientId,
    clientPassword: environment.XDR_CLIENT_PASSWORD ?? seeded.clientPassword,
  };
  return useCloudAt({ name, url, flag: '--xdr-url', credentials });
}
