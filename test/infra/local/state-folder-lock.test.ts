import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StateFolder, stateFolderAt } from '#infra/local/state-folder.ts';
import { lockStateFolder } from '#infra/local/state-folder-lock.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

const clock = { now: () => new Date('2026-11-22T08:00:00Z') };

describe('the lock of a state folder', () => {
  let folder: StateFolder;
  beforeEach(async () => {
    folder = stateFolderAt(await mkdtemp(join(tmpdir(), 'state-')));
  });
  afterEach(() => rm(folder.path, { recursive: true }));

  it('names the process that holds the folder, and is gone after release', async () => {
    const lock = await lockStateFolder(folder, clock);

    expect(JSON.parse(await readFile(folder.lockFile, 'utf8'))).toEqual({
      pid: process.pid,
      since: '2026-11-22T08:00:00.000Z',
    });

    await lock.release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('refuses a folder that a living process holds, and says how to go on', async () => {
    await lockStateFolder(folder, clock);

    await expect(lockStateFolder(folder, clock)).rejects.toThrow(
      new ConfigurationProblem(
        `The state folder ${folder.path} is in use by process ${process.pid} since 2026-11-22T08:00:00.000Z: stop that run, or choose another folder with --state <folder>.`,
      ),
    );
  });

  it.each([
    ['a process that has died', JSON.stringify({ pid: deadProcessId(), since: '2026-11-21T08:00:00.000Z' })],
    ['a writer that was cut off', '{"pid":'],
    ['nobody', ''],
  ])('takes over a lock left by %s', async (_who, content) => {
    await writeFile(folder.lockFile, content);

    await lockStateFolder(folder, clock);

    expect(JSON.parse(await readFile(folder.lockFile, 'utf8')).pid).toBe(process.pid);
    expect(await readdir(folder.path)).toEqual(['lock']);
  });

  it('lets exactly one of many starts at once take over a stale lock', async () => {
    await writeFile(folder.lockFile, '');

    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => lockStateFolder(folder, clock)),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('may be released twice without touching the lock of the next run', async () => {
    const first = await lockStateFolder(folder, clock);
    await first.release();
    await lockStateFolder(folder, clock);

    await first.release();

    expect(await readdir(folder.path)).toEqual(['lock']);
  });
});

/** The id of a process that has just ended, so that nobody has it now. */
function deadProcessId(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
