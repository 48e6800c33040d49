import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import { isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import type { StandingBlock } from '../block.ts';
import type { BlockDestination, Findings, FoundEntry } from '../blocking/block-destination.ts';
import { isOurEntry } from './entry-ownership.ts';

/** Entries of which the removal is in doubt are looked for and removed so often in all. */
const mostTries = 3;

/** A block with the entry that stands on the list for it. */
interface BlockEntry {
  readonly block: StandingBlock;
  readonly entry: FoundEntry;
}

/** What was found and done on the list. */
export interface Removal {
  /** Their entries are off the list now. */
  readonly gone: readonly StandingBlock[];
  /** What stands there for them belongs to somebody else. */
  readonly takenOver: readonly BlockEntry[];
  /** How many entries stand there now, where that is known. */
  readonly entryCount: number | undefined;
}

/**
 * Takes the entries of blocks off their list, and only those that are ours. A removal is believed when the count has
 * fallen by as many; else the entries are looked for again, and what is still there is removed once more.
 * @param findings what was found of the blocks' entries in this run
 * @param countsBefore how many entries there may have been before; one that fits is proof enough
 * @throws RetryLater when entries are still there after several removals
 */
export async function removeEntries(
  destination: Pick<BlockDestination, 'find' | 'remove'>,
  blocks: readonly StandingBlock[],
  findings: Pick<Findings, 'entries'>,
  countsBefore: readonly (number | undefined)[],
): Promise<Removal> {
  const gone: StandingBlock[] = [];
  const takenOver: BlockEntry[] = [];
  let { entries } = findings;
  let counts = countsBefore;
  let entryCount: number | undefined;
  let pending = blocks;
  for (let tries = 0; ; tries++) {
    const ours: BlockEntry[] = [];
    for (const block of pending) {
      const entry = entries.get(block.indicator.value);
      if (!entry) gone.push(block);
      else if (isOurEntry(block, entry)) ours.push({ block, entry });
      else takenOver.push({ block, entry });
    }
    if (!isNonEmpty(ours)) return { gone, takenOver, entryCount };
    if (tries === mostTries) throw stillThere(ours);

    const countAfter = await tryToRemove(destination, ours);
    if (countAfter !== undefined && counts.includes(countAfter + ours.length)) {
      return { gone: [...gone, ...ours.map(({ block }) => block)], takenOver, entryCount: countAfter };
    }
    pending = ours.map(({ block }) => block);
    ({ entries, entryCount } = await destination.find(
      ours.map(({ block, entry }) => ({ value: block.indicator.value, entryId: entry.entryId })),
    ));
    counts = [entryCount];
  }
}

/** The count after the removal; `undefined` where it is not told, or the answer was lost. */
async function tryToRemove(
  destination: Pick<BlockDestination, 'remove'>,
  [first, ...rest]: NonEmptyArray<BlockEntry>,
): Promise<number | undefined> {
  try {
    return await destination.remove([first.entry.entryId, ...rest.map(({ entry }) => entry.entryId)]);
  } catch (error) {
    if (error instanceof OutcomeUnknown) return undefined;
    throw error;
  }
}

function stillThere([first, ...rest]: NonEmptyArray<BlockEntry>): RetryLater {
  return new RetryLater(
    `${1 + rest.length} entries are still on list ${first.block.destinationList} after ${mostTries} removals, ${first.entry.value} for one; they are removed later.`,
    { retryAfterSeconds: 60 },
  );
}
