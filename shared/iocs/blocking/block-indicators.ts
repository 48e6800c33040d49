import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import { isComplete } from '../../requests/request-outcomes.ts';
import type { IdentityLookUp } from '../blast-radius/look-up-identities.ts';
import { indicatorKey } from '../indicator.ts';
import type { BlockCommand, CommandBatch, CommandResult } from './block-command.ts';
import { blockOnList } from './block-on-list.ts';
import type { BlockStore } from './block-store.ts';
import { checkApproval } from './check-approval.ts';
import { concludeCommands, giveBack } from './conclude-commands.ts';
import { type Fates, failedFor } from './fate.ts';
import type { OpenPosts } from './list-chain.ts';
import { lookUpNewIndicators } from './look-up-new-indicators.ts';
import { waitForLock } from './wait-for-lock.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** One list's commands on their way, with what stopped them, if anything did. */
interface ListRun {
  readonly list: TargetList;
  readonly commands: CommandBatch;
  readonly fates: Fates;
  lookUps: ReadonlyMap<string, IdentityLookUp>;
  stoppedBy?: unknown;
}

/**
 * Handles the commands of one organisation together:
 *  1. A part whose outcome is recorded is done: its message is a repeat. An approval must be recorded.
 *  2. Look into the reports who would be touched, where the settings ask for it.
 *  3. Become the organisation's only writer, or give the messages back.
 *  4. Bring each list's indicators to their fates.
 *  5. Stop being the writer; the rest needs no lock.
 *  6. Publish, then record, how each part ended. A crash in between repeats the event, with the same event id.
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
    const repeats = commands.filter((command) => recorded.has(partKey(command)));
    results.push(...repeats.map(({ messageId }) => ({ messageId, kind: 'repeat' as const })));
    const open: BlockCommand[] = [];
    for (const command of commands) {
      if (recorded.has(partKey(command))) continue;
      try {
        open.push(await checkApproval(command, ports));
      } catch (cause) {
        results.push(giveBack(command, cause));
      }
    }
    if (isNonEmpty(open)) runs.push({ list, commands: open, fates: new Map(), lookUps: new Map() });
  }
  if (!isNonEmpty(runs)) return results;

  try {
    for (const run of runs) run.lookUps = await lookUpNewIndicators(run.list, run.commands, ports);
    await writeLists(runs, ports);
  } catch (cause) {
    // Not the only writer, or the table out of reach: what has no fate goes back.
    for (const run of runs) run.stoppedBy ??= cause;
  }
  for (const run of runs) results.push(...(await concludeCommands(run, ports)));
  return results;
}

async function writeLists(runs: NonEmptyArray<ListRun>, ports: WorkerPorts): Promise<void> {
  const { organisation } = runs[0].list;
  const lock = await waitForLock(organisation, { ...ports, until: ports.waitForLockUntil });
  try {
    const opened = await lock.store.openPosts();
    const openPosts: OpenPosts = new Map(opened.map((post) => [post.destinationList, post]));
    for (const run of runs) await runList(run, lock.store, openPosts, ports);
  } finally {
    await lock.release();
  }
}

async function runList(
  run: ListRun,
  store: BlockStore,
  openPosts: OpenPosts,
  ports: WorkerPorts,
): Promise<void> {
  try {
    const { lookUps, fates } = run;
    await blockOnList(run.list, run.commands, { store, openPosts, ports, lookUps, fates });
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

async function recordedParts(commands: readonly BlockCommand[], ports: WorkerPorts): Promise<Set<string>> {
  const outcomes = await ports.outcomes.find(commands.map(({ requestId, part }) => ({ requestId, part })));
  return new Set(outcomes.filter(isComplete).map(partKey));
}

function partKey({ requestId, part }: { requestId: string; part: number }): string {
  return `${requestId}/${part}`;
}
