import { chunksOf, isNonEmpty } from '../../non-empty.ts';
import type { Block, StandingBlock } from '../block.ts';
import type { Findings } from '../blocking/block-destination.ts';
import type { BlockStore } from '../blocking/block-store.ts';
import { counted, type ListState } from '../blocking/list-state.ts';
import { indicatorKey } from '../indicator.ts';
import { type BlockEnding, releasedEnding, takenOverEnding } from './block-ending.ts';
import { decideRelease } from './decide-release.ts';
import { isOurEntry } from './entry-ownership.ts';
import type { ReleaseCause, ReleaseOrder } from './release-order.ts';
import type { ReleaseList, ReleasePorts } from './release-ports.ts';
import { mostIndicatorsPerReleaseEvent, releasedEvents } from './released-events.ts';
import { removeEntries } from './remove-entries.ts';
import { renewedBlock } from './renewed-block.ts';

/** What was found out about the orders before the lock was taken. */
export interface Preparation {
  readonly findings: Findings;
  /** Blocks, by indicator key, that somebody still runs into. */
  readonly sought: ReadonlySet<string>;
}

/** How many blocks came to which end. */
export interface ReleaseCounts {
  readonly released: number;
  readonly takenOver: number;
  readonly renewed: number;
  readonly withdrawn: number;
}

export interface BatchResult extends ReleaseCounts {
  /** How many entries stand on the list now, where that is known. */
  readonly entryCount: number | undefined;
}

interface Context {
  readonly store: BlockStore;
  readonly ports: Pick<ReleasePorts, 'clock' | 'events' | 'renewal'>;
  readonly now: Date;
}

/** A block that ends, and why. */
interface DueBlock {
  readonly block: StandingBlock;
  readonly cause: ReleaseCause;
}

/**
 * Ends the blocks of one batch, as the organisation's only writer:
 *  1. Read the blocks again: what was renewed, asked for again or ended meanwhile stays as it is.
 *  2. Forget the count of the list, so that after a crash nobody believes an old one.
 *  3. Take the entries off the list that are ours.
 *  4. Publish what has ended, then record it. A crash in between repeats the events, with the same event ids.
 *  5. Remember the new count.
 */
export async function releaseBatch(
  list: ReleaseList,
  orders: readonly ReleaseOrder[],
  { findings, sought }: Preparation,
  { store, ports }: Omit<Context, 'now'>,
): Promise<BatchResult> {
  const context: Context = { store, ports, now: ports.clock.now() };
  const { due, renewed, withdrawn } = await sortOrders(list, orders, sought, context);
  await store.saveBlocks([...renewed, ...withdrawn]);

  const isAnyRemoved = due.some(hasOurEntryAmong(findings));
  const state = isAnyRemoved ? await forgetCounts(list, store) : undefined;
  const removal = await removeEntries(
    list.destination,
    due.map(({ block }) => block),
    findings,
    [findings.entryCount, state?.entryCount],
  );
  const newOwners = new Map(removal.takenOver.map(({ block, entry }) => [block, entry]));
  const endings = due.map(({ block, cause }) => {
    const entry = newOwners.get(block);
    return entry ? takenOverEnding(block, entry, context.now) : releasedEnding(block, cause, context.now);
  });
  await conclude(list, endings, context);
  if (state) await store.saveListState(list.name, counted(state, removal.entryCount));
  return {
    released: removal.gone.length,
    takenOver: removal.takenOver.length,
    renewed: renewed.length,
    withdrawn: withdrawn.length,
    entryCount: isAnyRemoved ? removal.entryCount : findings.entryCount,
  };
}

async function sortOrders(
  list: ReleaseList,
  orders: readonly ReleaseOrder[],
  sought: ReadonlySet<string>,
  { store, ports, now }: Context,
): Promise<{ due: DueBlock[]; renewed: Block[]; withdrawn: Block[] }> {
  const known = await store.blocks(
    list.name,
    orders.map(({ indicator }) => indicator),
  );
  const due: DueBlock[] = [];
  const renewed: Block[] = [];
  const withdrawn: Block[] = [];
  for (const { indicator, causes } of orders) {
    const key = indicatorKey(indicator);
    const decision = decideRelease(known.get(key), causes, now);
    if (decision.kind === 'withdraw-reports') withdrawn.push(decision.block);
    if (decision.kind !== 'release') continue;
    const { block, cause } = decision;
    const isRenewed = cause.kind === 'lease-ended' && sought.has(key) && ports.renewal !== undefined;
    if (isRenewed) renewed.push(renewedBlock(block, ports.renewal.leaseEndOf(block, now), now));
    else due.push({ block, cause });
  }
  return { due, renewed, withdrawn };
}

function hasOurEntryAmong({ entries }: Findings): (due: DueBlock) => boolean {
  return ({ block }) => {
    const entry = entries.get(block.indicator.value);
    return entry !== undefined && isOurEntry(block, entry);
  };
}

/** What was known of the list. A post that another worker left open loses its count too, and will be looked for. */
async function forgetCounts({ name }: ReleaseList, store: BlockStore): Promise<ListState | undefined> {
  const state = await store.listState(name);
  if (state) await store.forgetListState(name);
  for (const { entryCountBefore, ...post } of await store.openPosts()) {
    if (post.destinationList === name && entryCountBefore !== undefined) await store.openPost(post);
  }
  return state;
}

async function conclude(list: ReleaseList, endings: readonly BlockEnding[], context: Context): Promise<void> {
  const { store, ports, now } = context;
  const events = releasedEvents(
    list,
    endings.map(({ told }) => told),
    now,
  );
  if (isNonEmpty(events)) await ports.events.publish(events);
  for (const together of chunksOf(endings, mostIndicatorsPerReleaseEvent)) {
    await store.saveBlocks(together.map(({ after }) => after));
  }
}
