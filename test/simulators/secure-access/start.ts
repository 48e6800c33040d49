import { once } from 'node:events';
import { type Clock, systemClock } from '#shared/time/clock.ts';
import { realSleep, type Sleep } from '#shared/time/sleep.ts';
import { Cloud } from './cloud.ts';
import { SimulatorControl } from './control/control.ts';
import { createSimulatorServer } from './http-server.ts';
import { SimulatedClock } from './simulated-clock.ts';

export interface SecureAccessSimulatorOptions {
  /** @default 0, which is any free port */
  readonly port?: number;
  /** `0.0.0.0` lets callers in containers reach it. @default '127.0.0.1' */
  readonly host?: '127.0.0.1' | '0.0.0.0';
  /** What the simulated clock runs beside. @default the machine's clock */
  readonly clock?: Clock;
  /** How latency and delays are waited for. @default in real time */
  readonly sleep?: Sleep;
}

export interface SecureAccessSimulator {
  /** Base URL for clients, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The same things as the routes under `/_control`. */
  readonly control: SimulatorControl;
  /** Cuts every connection, hanging ones too, and resolves when the port is free again. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in for the Cisco Secure Access API with the seed of `seed.ts`.
 * Rejects with Node's `EADDRINUSE` error when the port is taken.
 */
export async function startSecureAccessSimulator({
  port = 0,
  host = '127.0.0.1',
  clock = systemClock,
  sleep = realSleep,
}: SecureAccessSimulatorOptions = {}): Promise<SecureAccessSimulator> {
  const cloud = new Cloud(new SimulatedClock(clock));
  const control = new SimulatorControl(cloud);
  control.reset();

  const closing = new AbortController();
  const server = createSimulatorServer({ cloud, control, sleep, signal: closing.signal });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('a TCP server has an address with a port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    control,
    close: async () => {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
