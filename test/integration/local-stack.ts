import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startLocalSystem } from '#infra/local/local-system.ts';
import { repositoryFolder } from '#infra/local/state-folder.ts';
import type { LocalSystemAnswer } from './local-system-answer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that says where everything of the deployed system is found, once it is up, or why it is not. */
    localSystemFile: string;
  }
}

/**
 * Brings the whole system up once for all integration tests, on free ports and beside any `npm start`,
 * and ends it after the last of them. Its logs stay in `.local/tests`. Nobody waits for it here: the unit tests of the
 * same run, which come first, need not.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateFolder = join(repositoryFolder, '.local/tests');
  const file = `${stateFolder}-system.json`;
  const tell = (answer: LocalSystemAnswer) => writeFile(file, JSON.stringify(answer), { mode: 0o600 });
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  project.provide('localSystemFile', file);

  const starting = startLocalSystem({ stateFolder, awsPort: 0, simulatorPort: 0 }).then(
    async (system) => {
      await tell({ kind: 'up', stack: system.stack, credentials: system.emulator.credentials });
      return system;
    },
    async (error: unknown) => {
      await tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
      return undefined;
    },
  );
  return async () => {
    await (await starting)?.stop();
    await rm(file, { force: true });
  };
}
