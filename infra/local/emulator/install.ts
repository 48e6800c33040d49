import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runCommand } from '../processes/run-command.ts';

const requirementsFile = join(import.meta.dirname, 'requirements.txt');

/** Written last into a finished environment: what it was installed from. */
const markerName = 'installed-requirements.sha256';

export interface InstallRequest {
  readonly venv: string;
  readonly python: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly signal?: AbortSignal | undefined;
}

/** The interpreter of a Python environment. */
export function interpreterOf(venv: string): string {
  return join(venv, 'bin/python');
}

/** Whether the environment holds exactly what `requirements.txt` asks for. */
export async function isInstalled(venv: string): Promise<boolean> {
  try {
    return (await readFile(join(venv, markerName), 'utf8')) === (await requirementsDigest());
  } catch {
    return false;
  }
}

/**
 * Installs the emulator, every package checked against the hash in `requirements.txt`.
 * The environment is made beside its place and moved there when it is complete, so that an interrupted
 * installation is never taken for a finished one and two runs at once do not disturb each other.
 * @throws GiveUp with the end of pip's output.
 */
export async function installEmulator(request: InstallRequest): Promise<void> {
  const parent = dirname(request.venv);
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(join(parent, `${basename(request.venv)}-`));
  const command = {
    environment: request.environment,
    workingFolder: parent,
    logFile: request.logFile,
  };
  try {
    await runCommand(
      { ...command, command: request.python, arguments: ['-m', 'venv', draft] },
      request.signal,
    );
    await runCommand(
      {
        ...command,
        command: interpreterOf(draft),
        arguments: [
          ...['-m', 'pip', 'install', '--no-input', '--disable-pip-version-check'],
          ...['--require-hashes', '--only-binary', ':all:', '--requirement', requirementsFile],
        ],
        appendToLog: true,
      },
      request.signal,
    );
    await writeFile(join(draft, markerName), await requirementsDigest());
    await rm(request.venv, { recursive: true, force: true });
    await rename(draft, request.venv);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function requirementsDigest(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(requirementsFile))
    .digest('hex');
}
