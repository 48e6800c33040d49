import { chunksOf, isNonEmpty } from '../../non-empty.ts';
import type { BlockStore } from '../blocking/block-store.ts';
import { mostIndicatorsPerReleaseEvent, releasedEvents } from '../releasing/released-events.ts';
import type { Correction } from './correction.ts';
import { type Evidence, judgeSuspects } from './judge-suspects.ts';
import type { Suspect } from './list-comparison.ts';
import type { ComparableList, ReconciliationPorts } from './reconciliation-ports.ts';
import { underLock } from './under-lock.ts';

/** Rows that are put right under one holding of the lock: well below a second, so that the block worker gets its turn. */
const rowsPerLock = 500;

/**
 * Puts the ledger right about the suspects, batch by batch under the lock of the organisation's writer. Each row is
 * read again and judged anew: what has changed since the list was read is left as it is.
 * @returns how many rows were changed, and how many suspects were left for want of time
 */
export async function putRight(
  list: ComparableList,
  suspects: readonly Suspect[],
  evidence: Evidence,
  ports: ReconciliationPorts,
): Promise<{ rowsPutRight: number; left: number }> {
  let rowsPutRight = 0;
  let left = suspects.length;
  for (const batch of chunksOf(suspects, rowsPerLock)) {
    if (ports.clock.now() >= ports.finishBy) break;
    rowsPutRight += await underLock(list, ports, async (store) => {
      const indicators = batch.map(({ indicator }) => indicator);
      const blocks = await store.blocks(list.name, indicators);
      const corrections = judgeSuspects(batch, blocks, evidence, ports.clock.now());
      await record(list, corrections, store, ports);
      return corrections.length;
    });
    left -= batch.length;
  }
  return { rowsPutRight, left };
}

/** What has ended is told before it is recorded: a crash in between tells it again, with the same event id. */
async function record(
  list: ComparableList,
  corrections: readonly Correction[],
  store: BlockStore,
  { events, clock }: ReconciliationPorts,
): Promise<void> {
  const ended = corrections.filter((correction) => correction.kind === 'ended');
  for (const told of chunksOf(ended, mostIndicatorsPerReleaseEvent)) {
    const blocks = told.map(({ before, because }) => ({ block: before, because }));
    const released = releasedEvents(list, blocks, clock.now());
    if (isNonEmpty(released)) await events.publish(released);
    await store.saveBlocks(told.map(({ block }) => block));
  }
  const others = corrections.filter((correction) => correction.kind !== 'ended');
  await store.saveBlocks(others.map(({ block }) => block));
}
