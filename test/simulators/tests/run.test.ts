import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

const script = fileURLToPath(new URL('../run.ts', import.meta.url));

// Each test starts a program, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function start(...args: string[]) {
  return spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Listens on a port, or on any that is free; undefined if the port is taken. */
async function hold(port = 0): Promise<{ port: number; release(): Promise<void> } | undefined> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('a TCP server has an address with a port');
  return {
    port: address.port,
    release: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

/** The first of four free ports in a row, which is what the simulators need. */
async function fourFreePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = await hold();
    if (!first) continue;
    const others = [await hold(first.port + 1), await hold(first.port + 2), await hold(first.port + 3)];
    await Promise.all([first, ...others].map((held) => held?.release()));
    if (others.every((held) => held !== undefined)) return first.port;
  }
  throw new Error('there were no four free ports in a row');
}

test('the simulators print what is needed to use them and end with Ctrl-C', async () => {
  const port = await fourFreePorts();
  const child = start('--port', String(port));
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  await vi.waitFor(() => expect(printed).toContain('Ctrl-C ends.'), { timeout: 20_000 });
  for (const text of [
    'local-secret',
    '7001234 soc-block',
    'local-refresh-token',
    'rotator-b@acme-local',
    'client-securex',
  ]) {
    expect(printed).toContain(text);
  }
  for (const offset of [0, 1, 2, 3]) {
    const url = `http://127.0.0.1:${port + offset}`;
    expect(printed).toContain(`curl -s -X GET '${url}/_control/state'`);
    expect((await fetch(`${url}/_control/state`)).status).toBe(200);
  }
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the simulators say which port is taken and what to do', async () => {
  const holder = await hold();
  const port = holder?.port ?? 0;
  const child = start('--port', String(port));
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  await holder?.release();
  expect(code).toBe(1);
  expect(errors).toContain(`127.0.0.1:${port}`);
  expect(errors).toContain('Choose another with --port');
});

test.each([
  ['--port', 'x'],
  ['--port', '0'],
  ['--speed', '9'],
])('the simulators refuse %s %s and show the usage', async (...args) => {
  const child = start(...args);
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(1);
  expect(errors).toContain('usage: npm run simulators');
});
