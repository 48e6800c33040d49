import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startProcessGroup } from '../processes/process-group.ts';
import { repositoryFolder, type StateFolder } from '../state-folder.ts';
import type { Emulator } from './emulator.ts';
import { miniStackSettings, miniStackVersion } from './emulator-environment.ts';
import { emulatorOnceHealthy } from './emulator-once-healthy.ts';

const run = promisify(execFile);

/** Long enough to pull the image. */
const startLimitInMilliseconds = 300_000;
const engineLimitInMilliseconds = 10_000;

/** Whether a Docker engine answers, not only whether the command is installed. */
export async function isDockerThere(environment: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await run('docker', ['version', '--format', '{{.Server.Version}}'], {
      env: environment,
      timeout: engineLimitInMilliseconds,
    });
    return true;
  } catch {
    return false;
  }
}

/** The arguments of `docker`: the host's network, so that functions reach the simulators on the loopback address. */
export function dockerRunArguments(name: string, port: number): string[] {
  const settings = Object.entries(miniStackSettings(port)).flatMap(([key, value]) => [
    '--env',
    `${key}=${value}`,
  ]);
  return [
    ...['run', '--rm', '--interactive', '--name', name, '--network', 'host'],
    ...settings,
    `ministackorg/ministack:${miniStackVersion}`,
  ];
}

/**
 * Starts MiniStack in Docker, for machines without a Python that can hold it.
 * Docker Desktop needs its host networking switched on.
 * @throws GiveUp when it does not answer in time.
 * @see https://docs.docker.com/engine/network/drivers/host/
 */
export async function startMiniStackInDocker(
  port: number,
  folder: StateFolder,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<Emulator> {
  const name = `scc-automations-${process.pid}-${port}`;
  const group = await startProcessGroup({
    command: 'docker',
    arguments: dockerRunArguments(name, port),
    environment,
    workingFolder: repositoryFolder,
    logFile: folder.emulatorLog,
  });
  return emulatorOnceHealthy({
    name: `MiniStack ${miniStackVersion} in Docker`,
    port,
    group,
    logFile: folder.emulatorLog,
    limitInMilliseconds: startLimitInMilliseconds,
    signal,
    async stop() {
      // The client passes the signal on; a container that outlives its client is removed by name.
      await group.end();
      await run('docker', ['rm', '--force', name], { env: environment }).catch(() => undefined);
    },
  });
}
