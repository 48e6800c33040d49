import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { EmulatorCredentials } from '#infra/local/emulator/emulator.ts';
import { startLocalSystem } from '#infra/local/local-system.ts';
import type { LocalStack } from '#infra/local/stack-file.ts';
import { repositoryFolder } from '#infra/local/state-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where everything of the deployed system is found: `inject('localStack')`. */
    localStack: LocalStack;
    /** Signs calls to the emulator and to the operator routes: `inject('localCredentials')`. */
    localCredentials: EmulatorCredentials;
  }
}

/**
 * Brings the whole system up once for all integration tests, on free ports and beside any `npm start`,
 * and ends it after the last of them. Its logs stay in `.local/tests`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const system = await startLocalSystem({
    stateFolder: join(repositoryFolder, '.local/tests'),
    awsPort: 0,
    simulatorPort: 0,
  });
  project.provide('localStack', system.stack);
  project.provide('localCredentials', system.emulator.credentials);
  return () => system.stop();
}
