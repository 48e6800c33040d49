import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import { chunksOf, isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import { isComplete, type PartOutcome } from '../../requests/request-outcomes.ts';
import { indicatorKey } from '../indicator.ts';
import type { BlockCommand, CommandBatch, CommandResult } from './block-command.ts';
import { blockOnList } from './block-on-list.ts';
import type { BlockStore, LockAnswer } from './block-store.ts';
import { type Fates, failedFor } from './fate.ts';
import { outcomeOfCommand } from './outcome-of-command.ts';
import { resultEvents } from './result-events.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** How often a waiting worker asks whether the lock is free, in milliseconds. */
const lockPollMilliseconds = 250;

/** How long a message rests that came back for a reason which only a person can mend, in seconds. */
const configurationRestSeconds = 60;

/** Commands whose results share a call to the bus: a thousand small alerts end in seconds. */
const commandsConcludedTogether = 10;

/** One list's commands on their way, with what stopped them, if anything did. */
interface ListRun {
  readonly list: TargetList;
  readonly commands: CommandBatch;
  readonly fates: Fates;
  stoppedBy?: unknown;
}

/**
 * Handles the commands of one organisation together:
 *  1. A part whose outcome is recorded is done: its message is a repeat.
 *  2. Become the organisation's only writer, or give the messages back.
 *  3. Bring each list's indicators to their fates.
 *  4. Stop being the writer; the rest needs no lock.
 *  5. Publish, then record, how each part ended. A crash in between repeats the event, with the same event id.
 * Every message gets a result, whatever goes wrong.
 */
export async function blockIndicators(
  work: readonly { list: TargetList; commands: CommandBatch }[],
  ports: WorkerPorts,
): Promise<CommandResult[]> {
  const recorded = await recordedParts(
    work.flatMap(({ commands }) => commands),
    ports,
  );
  const runs: ListRun[] = [];
  const results: CommandResult[] = [];
  for (const { list, commands } of work) {
    const open = commands.filter((command) => !recorded.has(partKey(command)));
    const repeats = commands.filter((command) => recorded.has(partKey(command)));
    results.push(...repeats.map(({ messageId }) => ({ messageId, kind: 'repeat' as const })));
    if (isNonEmpty(open)) runs.push({ list, commands: open, fates: new Map() });
  }
  if (!isNonEmpty(runs)) return results;

  try {
    await writeLists(runs, ports);
  } catch (cause) {
    // Not the only writer, or the table out of reach: what has no fate goes back.
    for (const run of runs) run.stoppedBy ??= cause;
  }
  for (const run of runs) results.push(...(await conclude(run, ports)));
  return results;
}

async function writeLists(runs: NonEmptyArray<ListRun>, ports: WorkerPorts): Promise<void> {
  const lock = await acquire(runs[0].list, ports);
  try {
    const openPosts = await lock.store.openPosts();
    for (const run of runs) await runList(run, lock.store, openPosts, ports);
  } finally {
    await lock.release();
  }
}

async function runList(
  run: ListRun,
  store: BlockStore,
  openPosts: Awaited<ReturnType<BlockStore['openPosts']>>,
  ports: WorkerPorts,
): Promise<void> {
  const openPost = openPosts.find((post) => post.destinationList === run.list.name);
  try {
    await blockOnList(run.list, run.commands, { store, openPost, ports, fates: run.fates });
  } catch (error) {
    run.stoppedBy = error;
    // What waiting does not mend is said at once; the message is kept all the same, for a redrive.
    if (!(error instanceof ConfigurationProblem || error instanceof GiveUp)) return;
    for (const indicator of run.commands.flatMap((command) => command.indicators)) {
      const key = indicatorKey(indicator);
      if (!run.fates.has(key)) run.fates.set(key, failedFor(error.message));
    }
  }
}

/** Records how each command ended, and gives back those that have not. */
async function conclude(run: ListRun, ports: WorkerPorts): Promise<CommandResult[]> {
  const results: CommandResult[] = [];
  for (const commands of chunksOf(run.commands, commandsConcludedTogether)) {
    const ended = commands.map((command) => ({
      command,
      outcome: outcomeOfCommand(command, run.list, run.fates, ports.clock.now()),
    }));
    const outcomes = ended.flatMap(({ outcome }) => outcome ?? []);
    const obstacle = await record(outcomes, ports);
    for (const { command, outcome } of ended) {
      if (obstacle !== undefined || !outcome) results.push(giveBack(command, obstacle ?? run.stoppedBy));
      else if (!isComplete(outcome)) results.push(giveBack(command, run.stoppedBy));
      else results.push({ messageId: command.messageId, kind: 'done', outcome });
    }
  }
  return results;
}

/** Publishes and records; what kept it from doing so, or nothing. */
async function record(outcomes: readonly PartOutcome[], ports: WorkerPorts): Promise<unknown> {
  try {
    const events = outcomes.flatMap(resultEvents);
    if (isNonEmpty(events)) await ports.events.publish(events);
    await Promise.all(outcomes.map((outcome) => ports.outcomes.save(outcome)));
    return undefined;
  } catch (error) {
    return error;
  }
}

async function acquire(
  list: TargetList,
  ports: WorkerPorts,
): Promise<Extract<LockAnswer, { kind: 'acquired' }>> {
  for (;;) {
    const answer = await ports.lock.tryAcquire(list.organisation);
    if (answer.kind === 'acquired') return answer;
    if (ports.clock.now() >= ports.waitForLockUntil) {
      throw new RetryLater(
        `Another worker is writing the lists of organisation ${list.organisation}; this work waits its turn.`,
        { retryAfterSeconds: 5 },
      );
    }
    await ports.sleep(lockPollMilliseconds);
  }
}

async function recordedParts(commands: readonly BlockCommand[], ports: WorkerPorts): Promise<Set<string>> {
  const outcomes = await ports.outcomes.find(commands.map(({ requestId, part }) => ({ requestId, part })));
  return new Set(outcomes.filter(isComplete).map(partKey));
}

function partKey({ requestId, part }: { requestId: string; part: number }): string {
  return `${requestId}/${part}`;
}

/** Gives a message back to the queue, for as long as the cause asks. */
export function giveBack(command: Pick<BlockCommand, 'messageId'>, cause: unknown): CommandResult {
  const retryAfterSeconds =
    cause instanceof RetryLater
      ? cause.retryAfterSeconds
      : cause instanceof ConfigurationProblem
        ? configurationRestSeconds
        : 0;
  return { messageId: command.messageId, kind: 'return', retryAfterSeconds, cause };
}
