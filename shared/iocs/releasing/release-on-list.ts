import { AutomationError } from '../../errors/automation-error.ts';
import { chunksOf, isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { StandingBlock } from '../block.ts';
import type { WantedEntry } from '../blocking/block-destination.ts';
import { waitForLock } from '../blocking/wait-for-lock.ts';
import { indicatorKey } from '../indicator.ts';
import { decideRelease } from './decide-release.ts';
import { type BatchResult, type Preparation, type ReleaseCounts, releaseBatch } from './release-batch.ts';
import { mergeOrders, type ReleaseOrder } from './release-order.ts';
import type { ReleaseList, ReleasePorts } from './release-ports.ts';

/** What a run has done on one list. */
export interface ReleaseReport extends ReleaseCounts {
  /** Orders that the run had no time for. */
  readonly left: number;
  /** Why the reports could not be asked what is still sought; those leases have ended as agreed. */
  readonly reportsProblem?: unknown;
}

/**
 * Carries out orders to end blocks of one list:
 *  1. Read the blocks, and put aside the orders that have nothing to do.
 *  2. Find the entries on the list, all in one search. Nobody is kept waiting by it.
 *  3. Become the only writer for one batch after the other, and end its blocks; between two, others may write.
 * Repeating orders is harmless, however far they were carried out.
 */
export async function releaseOnList(
  list: ReleaseList,
  orders: readonly ReleaseOrder[],
  ports: ReleasePorts,
): Promise<ReleaseReport> {
  const { open, blocks } = await openOrders(list, orders, ports);
  const total = { released: 0, takenOver: 0, renewed: 0, withdrawn: 0 };
  if (!isNonEmpty(open)) return { ...total, left: 0 };

  let findings = await list.destination.find(blocks.map(wantedEntry));
  let left = open.length;
  let reportsProblem: unknown;
  for (const batch of chunksOf(open, list.destination.mostEntriesPerRemove)) {
    if (ports.clock.now() >= ports.stopAt) break;
    const { sought, problem } = await soughtAmong(batch, list, ports);
    reportsProblem ??= problem;
    const result = await releaseUnderLock(list, batch, { findings, sought }, ports);
    total.released += result.released;
    total.takenOver += result.takenOver;
    total.renewed += result.renewed;
    total.withdrawn += result.withdrawn;
    left -= batch.length;
    findings = { ...findings, entryCount: result.entryCount };
  }
  return { ...total, left, ...(reportsProblem !== undefined && { reportsProblem }) };
}

/** The orders that have something to do, and the blocks that they would end. */
async function openOrders(
  list: ReleaseList,
  orders: readonly ReleaseOrder[],
  { ledger, clock }: ReleasePorts,
): Promise<{ open: ReleaseOrder[]; blocks: StandingBlock[] }> {
  const merged = mergeOrders(orders);
  const known = await ledger.blocksOn(
    list.name,
    merged.map(({ indicator }) => indicator),
  );
  const open: ReleaseOrder[] = [];
  const blocks: StandingBlock[] = [];
  for (const order of merged) {
    const decision = decideRelease(known.get(indicatorKey(order.indicator)), order.causes, clock.now());
    if (decision.kind === 'keep') continue;
    open.push(order);
    if (decision.kind === 'release') blocks.push(decision.block);
  }
  return { open, blocks };
}

function wantedEntry({ indicator, entryId }: StandingBlock): WantedEntry {
  return { value: indicator.value, entryId };
}

async function releaseUnderLock(
  list: ReleaseList,
  batch: NonEmptyArray<ReleaseOrder>,
  preparation: Preparation,
  ports: ReleasePorts,
): Promise<BatchResult> {
  const { lock, clock, sleep, stopAt } = ports;
  const { store, release } = await waitForLock(list.organisation, { lock, clock, sleep, until: stopAt });
  try {
    return await releaseBatch(list, batch, preparation, { store, ports });
  } finally {
    await release();
  }
}

/** Which of the ended leases are to be renewed. A block ends as agreed when the reports cannot be read. */
async function soughtAmong(
  batch: readonly ReleaseOrder[],
  { organisation }: ReleaseList,
  { renewal }: ReleasePorts,
): Promise<{ sought: ReadonlySet<string>; problem?: unknown }> {
  const ended = batch.filter(({ causes }) => causes.every(({ kind }) => kind === 'lease-ended'));
  if (!renewal || ended.length === 0) return { sought: new Set() };
  try {
    const stillSought = renewal.stillSoughtIn(organisation);
    return { sought: await stillSought.among(ended.map(({ indicator }) => indicator)) };
  } catch (error) {
    if (!(error instanceof AutomationError)) throw error;
    return { sought: new Set(), problem: error };
  }
}
