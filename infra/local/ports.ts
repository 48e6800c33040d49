import { once } from 'node:events';
import { createServer } from 'node:net';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

const loopback = '127.0.0.1';

/**
 * Makes sure that a server can listen on `port` of this machine.
 * @throws ConfigurationProblem naming the port, what wanted it, and the flag that chooses another.
 */
export async function requireFreePort(port: number, use: string, flag: string): Promise<void> {
  const outcome = await tryToListen(port);
  if (outcome.kind === 'listened') return;
  throw new ConfigurationProblem(
    `Port ${port}, wanted for ${use}, is not free (${outcome.code}): stop what uses it, or choose another with ${flag} <number>.`,
  );
}

/** A port that nobody listened on a moment ago. */
export async function findFreePort(): Promise<number> {
  const outcome = await tryToListen(0);
  if (outcome.kind === 'listened') return outcome.port;
  throw new ConfigurationProblem(
    `This machine gives no free port on ${loopback} (${outcome.code}): end some processes and try again.`,
  );
}

type ListenOutcome =
  | { readonly kind: 'listened'; readonly port: number }
  | { readonly kind: 'refused'; readonly code: string };

async function tryToListen(port: number): Promise<ListenOutcome> {
  const server = createServer();
  try {
    server.listen(port, loopback);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { kind: 'refused', code };
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') return { kind: 'refused', code: 'no address' };
  return { kind: 'listened', port: address.port };
}
