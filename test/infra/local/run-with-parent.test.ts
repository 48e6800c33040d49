import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPython } from '#infra/local/emulator/python.ts';
import { isProcessAlive } from '#infra/local/processes/is-process-alive.ts';
import { repositoryFolder } from '#infra/local/state-folder.ts';

const runWithParent = join(repositoryFolder, 'infra/local/emulator/run_with_parent.py');
const python = await findPython(process.env);

describe.skipIf(python === undefined)('an emulator whose local run has died without a word', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulator-'));
    // Stands in for the installed package: a server that starts a worker and stays.
    await mkdir(join(folder, 'ministack'));
    await writeFile(join(folder, 'ministack/__init__.py'), '');
    await writeFile(
      join(folder, 'ministack/app.py'),
      `import subprocess, time
def main():
    worker = subprocess.Popen(["sleep", "60"])
    print(worker.pid, flush=True)
    time.sleep(60)
`,
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('ends with everything that it started', async () => {
    const emulator = spawn(python ?? '', [runWithParent], {
      env: { ...process.env, PYTHONPATH: folder },
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [workerPid] = await once(emulator.stdout, 'data');

    // What the system does to the pipe when the process at its other end is gone.
    emulator.stdin.destroy();

    await once(emulator, 'exit');
    // One signal goes to both; which of them it ends first is not said anywhere.
    await expect.poll(() => isProcessAlive(Number(workerPid))).toBe(false);
  });
});
