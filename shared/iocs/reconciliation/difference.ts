import type { Enforcement } from '../blocking/block-destination.ts';
import { isOurEntry } from '../releasing/entry-ownership.ts';
import { isEnforcementOf } from './entry-enforcement.ts';
import type { Sighting } from './sighting.ts';
import { type StandingFacts, standsSince } from './standing-facts.ts';

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
  readonly enforcement: Enforcement;
  readonly readBeganAt: Date;
}

/**
 * The difference, if there is one; pure. A block that changed after the read had begun tells nothing: what was read
 * may be older than the change. The next read decides.
 */
export function differenceOf(
  facts: StandingFacts,
  { sighting, enforcement, readBeganAt }: Observation,
): Difference | undefined {
  if (standsSince(facts) >= readBeganAt) return undefined;
  if (sighting.kind === 'absent') return 'removed';
  const { entry } = sighting;
  if (facts.addedBy === 'us' && !isOurEntry(facts, entry)) return 'taken-over';
  const isUpToDate = facts.entryId === entry.entryId && isEnforcementOf(facts.effect, enforcement);
  return isUpToDate ? undefined : 'outdated';
}
