import { isOurEntry } from '../releasing/entry-ownership.ts';
import { type EffectOnList, isSameEffect } from './effect-on-list.ts';
import type { Sighting } from './sighting.ts';
import type { StandingFacts } from './standing-facts.ts';

/**
 * How the ledger differs from the list about a block that it takes as standing:
 *  - `removed`: it is not on the list.
 *  - `taken-over`: ours, but what stands there is somebody else's by now.
 *  - `outdated`: only the vendor's id or the effect of the list's rules is not as the ledger has it.
 */
export type Difference = 'removed' | 'taken-over' | 'outdated';

/** What the list and its rules showed of an indicator, and when the look at them began. */
export interface Observation {
  readonly sighting: Sighting;
  readonly effect: EffectOnList;
  readonly readBeganAt: Date;
}

/**
 * The difference, if there is one; pure. A block that changed after the read had begun tells nothing: what was read
 * may be older than the change. The next read decides.
 */
export function differenceOf(
  facts: StandingFacts,
  { sighting, effect, readBeganAt }: Observation,
): Difference | undefined {
  if (Date.parse(facts.standsSince) >= readBeganAt.getTime()) return undefined;
  if (sighting.kind === 'absent') return 'removed';
  const { entry } = sighting;
  if (facts.addedBy === 'us' && !isOurEntry(facts, entry)) return 'taken-over';
  const isUpToDate = facts.destinationId === entry.destinationId && isSameEffect(facts.effect, effect);
  return isUpToDate ? undefined : 'outdated';
}
