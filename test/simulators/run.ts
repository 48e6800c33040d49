import { parseArgs } from 'node:util';
import { describeFirewallManager } from './firewall-manager/describe.ts';
import { startFirewallManagerSimulator } from './firewall-manager/start.ts';
import { describeSecureAccess } from './secure-access/describe.ts';
import { startSecureAccessSimulator } from './secure-access/start.ts';
import { describeSecurityCloudControl } from './security-cloud-control/describe.ts';
import { startSecurityCloudControlSimulator } from './security-cloud-control/start.ts';
import { describeXdr } from './xdr/describe.ts';
import { startXdrSimulator } from './xdr/start.ts';

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
  {
    name: 'Cisco Security Cloud Control',
    start: async (port: number) => {
      const simulator = await startSecurityCloudControlSimulator({ port });
      return { description: describeSecurityCloudControl(simulator), close: () => simulator.close() };
    },
  },
  {
    name: 'Cisco Firewall Manager',
    start: async (port: number) => {
      const simulator = await startFirewallManagerSimulator({ port });
      return { description: describeFirewallManager(simulator), close: () => simulator.close() };
    },
  },
  {
    name: 'Cisco XDR',
    start: async (port: number) => {
      const simulator = await startXdrSimulator({ port });
      return { description: describeXdr(simulator), close: () => simulator.close() };
    },
  },
] as const;

const highestFirstPort = 65_536 - simulators.length;

const usage =
  'usage: npm run simulators -- [--port N]   (they listen on N and the ports after it, default 4610)';

function readFirstPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4610' } } });
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 1 && port <= highestFirstPort) return port;
  throw new Error(`--port must be a whole number from 1 to ${highestFirstPort}, not ${values.port}`);
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
