import { once } from 'node:events';
import { type Clock, systemClock } from '#shared/time/clock.ts';
import { realSleep, type Sleep } from '#shared/time/sleep.ts';
import { SimulatedClock } from '../cloud/simulated-clock.ts';
import type { Waiting } from '../cloud/simulated-cloud.ts';
import { answerControlRequest, isControlPath } from '../control/answer-control-request.ts';
import type { BasicControl } from '../control/cloud-control.ts';
import type { ControlRoute } from '../control/control-route.ts';
import type { Outcome } from './answer.ts';
import type { ApiRequest } from './api-request.ts';
import { createSimulatorServer } from './http-server.ts';

export interface SimulatorOptions {
  /** @default 0, which is any free port */
  readonly port?: number;
  /** `0.0.0.0` lets callers in containers reach it. @default '127.0.0.1' */
  readonly host?: '127.0.0.1' | '0.0.0.0';
  /** What the simulated clock runs beside. @default the machine's clock */
  readonly clock?: Clock;
  /** How latency and delays are waited for. @default in real time */
  readonly sleep?: Sleep;
}

export interface Simulator<Control> {
  /** Base URL for clients, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The same things as the routes under `/_control`. */
  readonly control: Control;
  /** Cuts every connection, hanging ones too, and resolves when the port is free again. */
  close(): Promise<void>;
}

/** What is served: a cloud, and the way past its API. */
export interface Simulation<Control extends BasicControl> {
  readonly cloud: { answer(request: ApiRequest, waiting: Waiting): Promise<Outcome> };
  readonly control: Control;
  readonly controlRoutes: readonly ControlRoute<Control>[];
}

/**
 * Makes a cloud, puts its seed in and serves it.
 * Rejects with Node's `EADDRINUSE` error when the port is taken.
 */
export async function startSimulator<Control extends BasicControl>(
  simulate: (clock: SimulatedClock) => Simulation<Control>,
  { port = 0, host = '127.0.0.1', clock = systemClock, sleep = realSleep }: SimulatorOptions,
): Promise<Simulator<Control>> {
  const { cloud, control, controlRoutes } = simulate(new SimulatedClock(clock));
  control.reset({});

  const closing = new AbortController();
  const server = createSimulatorServer(async (request) => {
    if (!isControlPath(request.path)) return cloud.answer(request, { sleep, signal: closing.signal });
    return { kind: 'answered', answer: answerControlRequest(request, control, controlRoutes) };
  }, closing.signal);
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
