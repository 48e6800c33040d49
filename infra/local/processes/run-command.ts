import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { GiveUp } from '#shared/errors/give-up.ts';
import { type CommandEnd, type CommandLine, startProcessGroup } from './process-group.ts';

const shownLogLines = 40;

/**
 * Runs a command to its end.
 * @throws GiveUp when it fails, with the last lines of its log; the signal's reason when `signal` aborts, after
 *   the command and everything it started have ended.
 */
export async function runCommand(line: CommandLine, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const group = await startProcessGroup(line);
  const onAbort = () => void group.end();
  signal?.addEventListener('abort', onAbort, { once: true });
  const end = await group.ended;
  signal?.removeEventListener('abort', onAbort);
  if (signal?.aborted) {
    await group.end();
    signal.throwIfAborted();
  }
  if (end.kind === 'exited' && end.code === 0) return;
  throw new GiveUp(
    `${commandName(line)} ${describeEnd(end)}. The end of ${line.logFile}:\n${await logTail(line.logFile)}`,
  );
}

/** The last lines of a log, without colours. */
export async function logTail(logFile: string): Promise<string> {
  const lines = stripVTControlCharacters(await readFile(logFile, 'utf8'))
    .trimEnd()
    .split('\n');
  return lines.slice(-shownLogLines).join('\n');
}

/** How a command ended, as the rest of a sentence: `ended with exit code 1`. */
export function describeEnd(end: CommandEnd): string {
  switch (end.kind) {
    case 'exited':
      return `ended with exit code ${end.code}`;
    case 'killed':
      return `was ended by ${end.signal}`;
    case 'not-started':
      return `could not be started (${end.reason})`;
  }
}

function commandName(line: CommandLine): string {
  return [line.command, ...line.arguments.slice(0, 2)].join(' ');
}
