import type { DestinationListName } from '../../config/names.ts';
import type { Block } from '../block.ts';
import { indicatorKey } from '../indicator.ts';
import { type Correction, correctionOf } from './correction.ts';
import type { EnforcementOf } from './entry-enforcement.ts';
import type { Suspect } from './list-comparison.ts';

/** What every suspect of one list is judged by. */
export interface Evidence {
  readonly list: DestinationListName;
  readonly enforcementOf: EnforcementOf;
  readonly readBeganAt: Date;
}

/** The corrections that suspects need, by what the ledger says of them now; pure. */
export function judgeSuspects(
  suspects: readonly Suspect[],
  blocks: ReadonlyMap<string, Block>,
  { enforcementOf, ...evidence }: Evidence,
  now: Date,
): Correction[] {
  return suspects.flatMap(({ indicator, sighting }) => {
    const block = blocks.get(indicatorKey(indicator));
    const entry = sighting.kind === 'present' ? sighting.entry : undefined;
    const enforcement = enforcementOf(indicator, entry);
    return correctionOf(indicator, block, sighting, { ...evidence, enforcement, now }) ?? [];
  });
}
