import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { realSleep, type Sleep } from '#shared/time/sleep.ts';
import { isProcessGroupAlive } from './is-process-alive.ts';

export interface CommandLine {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly workingFolder: string;
  /** Gets everything that the command writes. Emptied first, unless {@link appendToLog}. */
  readonly logFile: string;
  readonly appendToLog?: boolean;
}

/** How a command ended: with an exit code, by a signal, or not even started. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'not-started'; readonly reason: string };

/** A command and everything that it starts. */
export interface ProcessGroup {
  /** The command's process id, which is the group's too; undefined when the command could not be started. */
  readonly pid: number | undefined;
  /** Resolves when the command itself has ended; never rejects. */
  readonly ended: Promise<CommandEnd>;
  /** Ends the whole group, first asking, then by force. Resolves when no process of it is left. */
  end(): Promise<void>;
}

const graceInMilliseconds = 5_000;
const pollInMilliseconds = 50;

/**
 * Starts a command in a process group of its own. Ctrl-C in the terminal therefore does not reach it:
 * who started it ends it, in the order that is right.
 * Its standard input stays open until it is ended or this process dies.
 */
export async function startProcessGroup(line: CommandLine, sleep: Sleep = realSleep): Promise<ProcessGroup> {
  const log = await open(line.logFile, line.appendToLog ? 'a' : 'w', 0o600);
  const child = spawn(line.command, line.arguments, {
    env: line.environment,
    cwd: line.workingFolder,
    detached: true,
    stdio: ['pipe', log.fd, log.fd],
  });
  // A command that ends before it reads its input is no error of ours.
  child.stdin?.on('error', () => undefined);
  const ended = new Promise<CommandEnd>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', reason: error.message }));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? { kind: 'exited', code: code ?? 0 } : { kind: 'killed', signal }),
    );
  });
  if (child.pid === undefined) await ended;
  else await once(child, 'spawn');
  await log.close();
  return {
    pid: child.pid,
    ended,
    async end() {
      if (child.pid === undefined) return;
      await endGroup(child.pid, sleep);
      await ended;
    },
  };
}

async function endGroup(leader: number, sleep: Sleep): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalGroup(leader, signal);
    for (let waited = 0; waited < graceInMilliseconds; waited += pollInMilliseconds) {
      if (!isProcessGroupAlive(leader)) return;
      await sleep(pollInMilliseconds);
    }
  }
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // The group is gone already, which is what was asked for.
  }
}
