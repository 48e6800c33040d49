import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseEmulator } from '#infra/local/emulator/choose-emulator.ts';
import { useExistingEmulator } from '#infra/local/emulator/existing-emulator.ts';
import { dockerRunArguments } from '#infra/local/emulator/ministack-in-docker.ts';
import { findFreePort } from '#infra/local/ports.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

describe('the choice of an emulator', () => {
  let commands: string;
  beforeEach(async () => {
    commands = await mkdtemp(join(tmpdir(), 'commands-'));
  });
  afterEach(() => rm(commands, { recursive: true }));

  /** Puts a command on the path that does nothing but end. */
  async function install(command: string, exitCode: number): Promise<void> {
    const file = join(commands, command);
    await writeFile(file, `#!/bin/sh\nexit ${exitCode}\n`);
    await chmod(file, 0o755);
  }

  it('takes the one that is running already, whatever else is there', async () => {
    await install('python3', 0);

    expect(await chooseEmulator({ PATH: commands, AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' })).toEqual({
      kind: 'existing',
      endpointUrl: 'http://127.0.0.1:4566',
    });
  });

  it.each([
    ['the first Python that is new enough', { python3: 1, 'python3.12': 0, docker: 0 }, 'python3.12'],
    ['Python before Docker', { python3: 0, docker: 0 }, 'python3'],
  ])('takes %s', async (_case, installed, python) => {
    for (const [command, exitCode] of Object.entries(installed)) await install(command, exitCode);

    expect(await chooseEmulator({ PATH: commands })).toEqual({ kind: 'python', python });
  });

  it('takes Docker where no Python will do and an engine answers', async () => {
    await install('python3', 1);
    await install('docker', 0);

    expect(await chooseEmulator({ PATH: commands })).toEqual({ kind: 'docker' });
  });

  it.each([
    ['nothing is installed', {}],
    ['Python is too old and no Docker engine answers', { python3: 1, docker: 1 }],
  ])('says in one line what to install when %s', async (_case, installed) => {
    for (const [command, exitCode] of Object.entries(installed)) await install(command, exitCode);

    await expect(chooseEmulator({ PATH: commands })).rejects.toThrow(
      new ConfigurationProblem(
        'The local AWS emulator needs Python 3.10 or newer with its venv module (on Debian and Ubuntu: apt install python3 python3-venv), or a running Docker engine; neither was found. Install one of them, or set AWS_ENDPOINT_URL to an emulator that is running.',
      ),
    );
  });

  it('says in one line that no emulator answers at AWS_ENDPOINT_URL', async () => {
    const endpoint = `http://127.0.0.1:${await findFreePort()}`;

    await expect(useExistingEmulator(endpoint, {})).rejects.toThrow(
      new ConfigurationProblem(
        `No AWS emulator answers at AWS_ENDPOINT_URL ${endpoint}: start yours, or unset the variable so that MiniStack is started for you.`,
      ),
    );
  });

  it('runs the pinned image with IAM enforced, on the network where the simulators listen', () => {
    const words = dockerRunArguments('scc-automations-1', 4570);

    expect(words.slice(0, 7)).toEqual([
      ...['run', '--rm', '--interactive', '--name', 'scc-automations-1', '--network', 'host'],
    ]);
    expect(words).toContain('AUTH=true');
    expect(words).toContain('GATEWAY_PORT=4570');
    expect(words.at(-1)).toBe('ministackorg/ministack:1.5.33');
  });
});
