import { findFreePort, requireFreePort } from '../ports.ts';

/** What the deployed functions call as one of Cisco's clouds. */
export interface Cloud<Credentials> {
  /** Base URL: scheme, host and port. */
  readonly url: string;
  /** What a person would paste for it. */
  readonly credentials: Credentials;
  readonly description: string;
  /** Ends the simulator; leaves a cloud that was given alone. Harmless when repeated. */
  stop(): Promise<void>;
}

interface SimulatorToStart<Credentials> {
  /** For messages: `Secure Access`. */
  readonly name: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** What the simulator is seeded with. */
  readonly credentials: Credentials;
  readonly start: (options: { port: number }) => Promise<{ readonly url: string; close(): Promise<void> }>;
}

/**
 * Starts a simulator in this process.
 * @throws ConfigurationProblem when the port is taken
 */
export async function startSimulatedCloud<Credentials>({
  name,
  port,
  credentials,
  start,
}: SimulatorToStart<Credentials>): Promise<Cloud<Credentials>> {
  if (port !== 0) await requireFreePort(port, `the ${name} simulator`, '--simulator-port');
  const simulator = await start({ port: port === 0 ? await findFreePort() : port });
  return {
    url: simulator.url,
    credentials,
    description: `${name} at ${simulator.url}`,
    stop: () => simulator.close(),
  };
}

/** A cloud that is elsewhere: another simulator, a recording proxy, the real one. */
export function useCloudAt<Credentials>(options: {
  readonly name: string;
  readonly url: string;
  readonly flag: string;
  readonly credentials: Credentials;
}): Cloud<Credentials> {
  const { name, url, flag, credentials } = options;
  return {
    url,
    credentials,
    description: `${name} at ${url} (${flag})`,
    stop: async () => undefined,
  };
}
