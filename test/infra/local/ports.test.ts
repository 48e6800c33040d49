import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findFreePort, requireFreePort } from '#infra/local/ports.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

describe('ports', () => {
  const server = createServer();
  afterEach(() => void server.close());

  it('says which port is taken, what wanted it, and which flag chooses another', async () => {
    const port = await findFreePort();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');

    await expect(requireFreePort(port, 'the AWS emulator', '--port')).rejects.toThrow(
      new ConfigurationProblem(
        `Port ${port}, wanted for the AWS emulator, is not free (EADDRINUSE): stop what uses it, or choose another with --port <number>.`,
      ),
    );
  });

  it('accepts a port that is free and leaves it free', async () => {
    const port = await findFreePort();

    await requireFreePort(port, 'the AWS emulator', '--port');
    await requireFreePort(port, 'the AWS emulator', '--port');
  });
});
