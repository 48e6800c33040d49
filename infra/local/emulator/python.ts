import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Tried in this order; the first that is new enough and can make environments is taken. */
const candidates = [
  'python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python',
];

/** Ends with 0 only where MiniStack runs: Python 3.10 or newer with what `python -m venv` needs. */
const probe = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)';

/** The command of a Python that can hold the emulator, or undefined when the path has none. */
export async function findPython(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const candidate of candidates) {
    try {
      await run(candidate, ['-c', probe], { env: environment });
      return candidate;
    } catch {
      // Not installed, too old, or without venv: the next may do.
    }
  }
  return undefined;
}
