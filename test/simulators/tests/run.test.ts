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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('a TCP server has an address with a port');
  return address.port;
}

test('the simulators print what is needed to use them and end with Ctrl-C', async () => {
  const port = await freePort();
  const child = start('--port', String(port));
  const [first] = await once(child.stdout, 'data');
  const url = `http://127.0.0.1:${port}`;
  expect(String(first)).toContain(url);
  expect(String(first)).toContain('local-secret');
  expect(String(first)).toContain('7001234 soc-block');
  expect(String(first)).toContain(`curl -s -X GET '${url}/_control/state'`);
  expect((await fetch(`${url}/_control/state`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the simulators say which port is taken and what to do', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const child = start('--port', String(port));
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  holder.close();
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
