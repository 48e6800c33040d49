import { parseArgs } from 'node:util';
import { describeSecureAccess } from './secure-access/describe.ts';
import { startSecureAccessSimulator } from './secure-access/start.ts';

// Run by `npm run simulators`: every simulator alone, for trying requests by hand and for other programs.

/** Each further simulator takes the port after the one before. */
const simulators = [
  {
    name: 'Cisco Secure Access',
    start: async (port: number) => {
      const simulator = await startSecureAccessSimulator({ port });
      return { description: describeSecureAccess(simulator), close: () => simulator.close() };
    },
  },
] as const;

const usage = 'usage: npm run simulators -- [--port N]   (the first simulator listens on N, default 4610)';

function readFirstPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4610' } } });
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`--port must be a whole number from 1 to 65535, not ${values.port}`);
}

const running: { close(): Promise<void> }[] = [];

async function stop(): Promise<void> {
  await Promise.all(running.map((simulator) => simulator.close()));
}

try {
  const firstPort = readFirstPort();
  for (const [index, { name, start }] of simulators.entries()) {
    const simulator = await start(firstPort + index);
    running.push(simulator);
    console.log(`${name}\n\n${simulator.description}\n`);
  }
  console.log('Ctrl-C ends.');
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (problem) {
  console.error(explain(problem));
  process.exitCode = 1;
  await stop();
}

function explain(problem: unknown): string {
  if (problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE') {
    return `A port is taken (${problem.message}). Choose another with --port, or end what listens there.`;
  }
  return `${problem instanceof Error ? problem.message : String(problem)}\n${usage}`;
}
