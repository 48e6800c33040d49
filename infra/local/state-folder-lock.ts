import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import type { Clock } from '#shared/time/clock.ts';
import { isProcessAlive } from './processes/is-process-alive.ts';
import type { StateFolder } from './state-folder.ts';

const holderSchema = z.object({ pid: z.int().positive(), since: z.iso.datetime() });

export interface StateFolderLock {
  /** Gives the folder back. Harmless when repeated. */
  release(): Promise<void>;
}

/**
 * Takes a state folder for this process, so that two local runs never write the same one.
 * A lock left by a process that has died is taken over.
 * @throws ConfigurationProblem naming the living process that holds the folder.
 */
export async function lockStateFolder(
  folder: StateFolder,
  clock: Clock,
  pid: number = process.pid,
): Promise<StateFolderLock> {
  const ours = JSON.stringify({ pid, since: clock.now().toISOString() });
  while (!(await createOnce(folder.lockFile, ours))) {
    await setStaleLockAside(folder, pid);
  }
  let released = false;
  return {
    async release() {
      if (released) return;
      released = true;
      await rm(folder.lockFile, { force: true });
    },
  };
}

/** Creates the lock whole or not at all, so that no one reads it half written. Answers whether it was ours to create. */
async function createOnce(lockFile: string, content: string): Promise<boolean> {
  const draft = `${lockFile}.${process.pid}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if (isFileError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function setStaleLockAside(folder: StateFolder, pid: number): Promise<void> {
  const judged = await readIfThere(folder.lockFile);
  if (judged === undefined) return;
  refuseLivingHolder(folder, judged);
  const aside = `${folder.lockFile}.stale-${pid}`;
  try {
    await rename(folder.lockFile, aside);
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return;
    throw error;
  }
  // Another run may have taken the stale lock over between our reading and our renaming: give it back its lock.
  const moved = await readFile(aside, 'utf8');
  if (moved !== judged) await link(aside, folder.lockFile).catch(() => undefined);
  await rm(aside, { force: true });
}

function refuseLivingHolder(folder: StateFolder, content: string): void {
  const holder = holderSchema.safeParse(parseJson(content));
  if (!holder.success || !isProcessAlive(holder.data.pid)) return;
  throw new ConfigurationProblem(
    `The state folder ${folder.path} is in use by process ${holder.data.pid} since ${holder.data.since}: stop that run, or choose another folder with --state <folder>.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
