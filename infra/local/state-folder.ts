import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The top folder of this repository. */
export const repositoryFolder = resolve(import.meta.dirname, '../..');

/**
 * The emulator's Python environment. One for every state folder, since it holds nothing but the installed package.
 */
export const emulatorVenv = join(repositoryFolder, '.local/venv');

/** Where one local run keeps what it writes. Every path is absolute. */
export interface StateFolder {
  readonly path: string;
  /** Names the process that uses the folder. */
  readonly lockFile: string;
  /** The configuration as deployed: `infra/config/local.json` with the simulator's address. */
  readonly configurationFile: string;
  /** Where the deployed system is found: the contract with tests and tools. */
  readonly stackFile: string;
  /** What `cdk deploy` answered. */
  readonly outputsFile: string;
  readonly cloudAssembly: string;
  readonly emulatorLog: string;
  readonly installLog: string;
  readonly synthLog: string;
  readonly bootstrapLog: string;
  readonly deployLog: string;
  /** The emulator's temporary files: the functions' unpacked bundles among them. */
  readonly temporaryFiles: string;
}

/** Names the files of a state folder; touches nothing. */
export function stateFolderAt(path: string): StateFolder {
  const absolute = resolve(path);
  const inside = (name: string) => join(absolute, name);
  return {
    path: absolute,
    lockFile: inside('lock'),
    configurationFile: inside('configuration.json'),
    stackFile: inside('stack.json'),
    outputsFile: inside('outputs.json'),
    cloudAssembly: inside('cdk.out'),
    emulatorLog: inside('emulator.log'),
    installLog: inside('install.log'),
    synthLog: inside('synth.log'),
    bootstrapLog: inside('bootstrap.log'),
    deployLog: inside('deploy.log'),
    temporaryFiles: inside('tmp'),
  };
}

/** Creates the folder, for its owner only: it will hold the senders' secrets. */
export async function createStateFolder(folder: StateFolder): Promise<void> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 });
}
