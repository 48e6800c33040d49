import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcessGroup } from '../processes/process-group.ts';
import { emulatorVenv, repositoryFolder, type StateFolder } from '../state-folder.ts';
import type { Emulator } from './emulator.ts';
import { childEnvironment, miniStackSettings, miniStackVersion } from './emulator-environment.ts';
import { emulatorOnceHealthy } from './emulator-once-healthy.ts';
import { interpreterOf } from './install.ts';

const runWithParent = join(import.meta.dirname, 'run_with_parent.py');
const startLimitInMilliseconds = 60_000;

/**
 * Starts the installed MiniStack as a process of its own, and ends it with everything it started.
 * It begins empty. MiniStack can keep its state, but a start is no quicker for it, and the simulated Cisco cloud
 * beside it forgets at every stop: a ledger that remembers blocks which the cloud has lost would be wrong.
 * @throws GiveUp when it does not answer in time.
 */
export async function startMiniStack(
  port: number,
  folder: StateFolder,
  signal?: AbortSignal,
): Promise<Emulator> {
  await rm(folder.temporaryFiles, { recursive: true, force: true });
  await mkdir(folder.temporaryFiles, { recursive: true, mode: 0o700 });
  // MiniStack unpacks CommonJS there, which this repository's own package.json would declare to be modules.
  await writeFile(join(folder.temporaryFiles, 'package.json'), '{ "type": "commonjs" }\n');
  const group = await startProcessGroup({
    command: interpreterOf(emulatorVenv),
    arguments: [runWithParent],
    environment: childEnvironment({ ...miniStackSettings(port), TMPDIR: folder.temporaryFiles }),
    workingFolder: repositoryFolder,
    logFile: folder.emulatorLog,
  });
  return emulatorOnceHealthy({
    name: `MiniStack ${miniStackVersion}`,
    port,
    group,
    logFile: folder.emulatorLog,
    limitInMilliseconds: startLimitInMilliseconds,
    signal,
    async stop() {
      await group.end();
      await rm(folder.temporaryFiles, { recursive: true, force: true });
    },
  });
}
