import { indicatorKey } from '../indicator.ts';
import type { BlockCommand } from './block-command.ts';
import type { BlockStore } from './block-store.ts';
import { restate } from './effect.ts';
import { entryComment } from './entry-comment.ts';
import { type Fates, rejectedFor } from './fate.ts';
import { inspectList } from './inspect-list.ts';
import type { ListState } from './list-state.ts';
import { ListWriter } from './list-writer.ts';
import type { OpenPost, PendingEntry } from './open-post.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/**
 * Brings the indicators of all commands for one list to a fate:
 *  1. Find out what the list's rules make of it.
 *  2. Finish a post that a worker left open.
 *  3. Refuse all if writing would do harm, or has no effect and that is not wanted.
 *  4. What the ledger knows is not posted again; its status follows the rules.
 *  5. Post the rest, each indicator once, however many commands ask for it.
 * Fates are added as they are recorded; those of an interrupted run stay.
 */
export async function blockOnList(
  list: TargetList,
  commands: readonly BlockCommand[],
  context: { store: BlockStore; openPost: OpenPost | undefined; ports: WorkerPorts; fates: Fates },
): Promise<void> {
  const { store, ports, fates, openPost } = context;
  const state = await inspectList(list, store, ports.clock);
  const writer = new ListWriter(list, state, store, ports);
  if (openPost) await writer.finish(openPost);

  const entries = pendingEntries(commands);
  const refusal = refusalOf(list, state);
  if (refusal) {
    for (const key of entries.keys()) fates.set(key, rejectedFor(refusal));
    return;
  }
  const known = await store.blocks(
    list.name,
    [...entries.values()].map((entry) => entry.indicator),
  );
  const changed = [];
  for (const [key, block] of known) {
    const current = restate(block, state, ports.clock.now());
    if (current !== block) changed.push(current);
    fates.set(key, { kind: 'on-list', block: current });
  }
  await store.saveBlocks(changed);
  const unknown = [...entries].filter(([key]) => !known.has(key)).map(([, entry]) => entry);
  await writer.write(unknown, fates);
}

/** Each indicator once, in order of arrival, for the first command that asks for it. */
function pendingEntries(commands: readonly BlockCommand[]): Map<string, PendingEntry> {
  const entries = new Map<string, PendingEntry>();
  for (const command of commands) {
    const comment = entryComment(command);
    for (const indicator of command.indicators) {
      const key = indicatorKey(indicator);
      if (entries.has(key)) continue;
      const firstSeenAt = command.receivedAt.toISOString();
      entries.set(key, { indicator, comment, requestId: command.requestId, firstSeenAt });
    }
  }
  return entries;
}

function refusalOf(list: TargetList, { enforcement }: ListState): string | undefined {
  if (enforcement.kind === 'unsafe') return enforcement.reason;
  const isRefused = enforcement.kind === 'not-enforced' && list.whenNotEnforced === 'refuse';
  return isRefused ? enforcement.reason : undefined;
}
