import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isProcessAlive } from '#infra/local/processes/is-process-alive.ts';
import { type CommandLine, startProcessGroup } from '#infra/local/processes/process-group.ts';
import { runCommand } from '#infra/local/processes/run-command.ts';
import { GiveUp } from '#shared/errors/give-up.ts';

describe('commands that the local run starts', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'processes-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const shell = (script: string): CommandLine => ({
    command: '/bin/sh',
    arguments: ['-c', script],
    environment: process.env,
    workingFolder: folder,
    logFile: join(folder, 'log'),
  });

  // Read before the process has opened it, the log is empty.
  const log = () => readFile(join(folder, 'log'), 'utf8').catch(() => '');

  async function untilLogged(pattern: RegExp): Promise<RegExpExecArray> {
    while (true) {
      const found = pattern.exec(await log());
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('end with every process they started', async () => {
    const group = await startProcessGroup(shell('sleep 60 & echo "child $!."; wait'));
    const [, child] = await untilLogged(/child (\d+)\./);

    await group.end();

    expect(isProcessAlive(Number(child))).toBe(false);
    expect(await group.ended).toEqual({ kind: 'killed', signal: 'SIGTERM' });
  });

  it('are ended by force when they do not listen', async () => {
    const impatient = async () => {};
    const group = await startProcessGroup(
      shell('trap "" TERM; echo deaf.; while :; do sleep 1; done'),
      impatient,
    );
    await untilLogged(/deaf/);

    await group.end();

    expect(await group.ended).toEqual({ kind: 'killed', signal: 'SIGKILL' });
  });

  it('may be ended when they have ended already', async () => {
    const group = await startProcessGroup(shell('exit 3'));

    expect(await group.ended).toEqual({ kind: 'exited', code: 3 });
    await group.end();
  });

  it('run to their end with their output in the log', async () => {
    await runCommand(shell('echo one; echo two >&2'));
    await runCommand({ ...shell('echo three'), appendToLog: true });

    expect(await log()).toBe('one\ntwo\nthree\n');
  });

  it.each([
    ['fail', 'echo "what went wrong"; exit 7', 'ended with exit code 7'],
    ['are killed', 'echo "what went wrong"; kill -9 $$', 'was ended by SIGKILL'],
  ])('show the end of their log when they %s', async (_case, script, how) => {
    await expect(runCommand(shell(script))).rejects.toThrow(
      new RegExp(`^/bin/sh -c .*${how}\\. The end of .*/log:\nwhat went wrong$`, 's'),
    );
  });

  it('say so when they are not there', async () => {
    const missing = { ...shell(''), command: join(folder, 'no-such-command') };

    await expect(runCommand(missing)).rejects.toThrow(GiveUp);
    await expect(runCommand(missing)).rejects.toThrow('could not be started');
  });

  it('are ended when the run is interrupted, with the reason of the interruption', async () => {
    const interruption = new AbortController();
    const running = runCommand(shell('sleep 60 & echo "child $!."; wait'), interruption.signal);
    const [, child] = await untilLogged(/child (\d+)\./);

    interruption.abort(new Error('Ctrl-C'));

    await expect(running).rejects.toThrow('Ctrl-C');
    expect(isProcessAlive(Number(child))).toBe(false);
  });
});
