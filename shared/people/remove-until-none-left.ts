import { isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import type { Sleep } from '../time/sleep.ts';

/** Something that its place says it has not removed. */
export interface NotRemoved {
  /** Which one, in words that a person finds again there. */
  readonly what: string;
  /** The place's own words, fit to be shown. */
  readonly reason: string;
}

/** What is to go, and how to look and to remove. */
export interface Removal<Item> {
  /** What is there now of what is to go, and nothing else. */
  list(): Promise<readonly Item[]>;
  /** Asks for the removal. Only {@link list} tells what came of it; the answer is kept for people. */
  remove(items: NonEmptyArray<Item>): Promise<readonly NotRemoved[]>;
}

export interface RemovalLimits {
  /** How often the removal is asked for at most. */
  readonly mostRounds: number;
  /** Between a removal and the look at what came of it. */
  readonly waitMilliseconds: number;
}

/** For what ends in seconds, such as a session. */
export const defaultRemovalLimits: RemovalLimits = { mostRounds: 5, waitMilliseconds: 5_000 };

/** How it stands at the last look. */
export type RemovalResult<Item> =
  | { readonly result: 'none-left'; readonly foundAtFirst: number; readonly rounds: number }
  | {
      readonly result: 'some-left';
      readonly foundAtFirst: number;
      readonly rounds: number;
      readonly left: NonEmptyArray<Item>;
      /** What the place said in the last round. */
      readonly notRemoved: readonly NotRemoved[];
    };

/**
 * Removes until a look finds nothing, at most so often. An answer that says "done" counts for nothing, and what comes
 * back meanwhile is removed again. Safe to repeat at any time: where nothing is there, nothing is asked for.
 * @throws whatever `list` and `remove` throw; what was removed until then stays removed
 */
export async function removeUntilNoneLeft<Item>(
  removal: Removal<Item>,
  { sleep, limits = defaultRemovalLimits }: { sleep: Sleep; limits?: RemovalLimits },
): Promise<RemovalResult<Item>> {
  let there = await removal.list();
  const foundAtFirst = there.length;
  let notRemoved: readonly NotRemoved[] = [];
  for (let rounds = 0; ; rounds++) {
    if (!isNonEmpty(there)) return { result: 'none-left', foundAtFirst, rounds };
    if (rounds >= limits.mostRounds) {
      return { result: 'some-left', foundAtFirst, rounds, left: there, notRemoved };
    }
    notRemoved = await removal.remove(there);
    await sleep(limits.waitMilliseconds);
    there = await removal.list();
  }
}
