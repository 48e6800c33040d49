import type { Enforcement, Inspection } from '../blocking/block-destination.ts';
import { type AllowedDestinations, overridingEntry } from './allow-list-override.ts';
import { confirmRemoved } from './confirm-removed.ts';
import type { Correction } from './correction.ts';
import { entryEnforcement } from './entry-enforcement.ts';
import { type Evidence, judgeSuspects } from './judge-suspects.ts';
import { ListComparison, type Suspect } from './list-comparison.ts';
import { readListAndLedger } from './read-list.ts';
import type { ComparableList, ReconciliationPorts } from './reconciliation-ports.ts';

/** What the comparison of a list with the ledger has found. */
export interface ListFindings {
  readonly entriesRead: number;
  /** As the list itself says, after it was read; where it does not, as many as were read. */
  readonly entryCount: number;
  /** Entries of the whole organisation, where the list itself says so. */
  readonly organisationEntryCount: number | undefined;
  /** Blocks that the ledger takes as standing on the list. */
  readonly knownBlocks: number;
  readonly blocksEnforced: number;
  readonly enforcement: Enforcement;
  readonly notOurs: { readonly count: number; readonly examples: readonly string[] };
  /** Everything about which list and ledger seem to disagree. */
  readonly suspects: readonly Suspect[];
  /** By what each suspect is judged. */
  readonly evidence: Evidence;
  /** What the ledger has wrong, as of now; what is merely out of date is not among it. */
  readonly drifted: readonly Correction[];
  /** Why nothing was taken for gone; left out where the whole list was read. */
  readonly incompleteBecause?: string | undefined;
}

/**
 * Compares a list with the ledger, without the writer's lock and without changing anything:
 *  1. Read both sides, slowly.
 *  2. Look at the rules, and at how many entries there should be.
 *  3. Look again for what was not seen.
 *  4. Ask the ledger again about what seems to be wrong: it may have learnt of it meanwhile.
 */
export async function compareList(
  list: ComparableList,
  allowed: AllowedDestinations,
  ports: ReconciliationPorts,
): Promise<ListFindings> {
  const readBeganAt = ports.clock.now();
  const comparison = new ListComparison();
  const isReadToItsEnd = await readListAndLedger(list, comparison, ports);
  const { entriesRead, knownBlocks, notOurs } = comparison;

  const inspection = await list.destination.inspect();
  const { enforcement, entryCount = entriesRead, organisationEntryCount } = inspection;
  const enforcementOf = entryEnforcement(enforcement, (indicator) => overridingEntry(indicator, allowed));
  const evidence = { list: list.name, enforcementOf, readBeganAt };
  const incompleteBecause = isReadToItsEnd
    ? whatIsMissing(entriesRead, inspection)
    : `The time was over after ${entriesRead} entries`;
  const isWholeList = incompleteBecause === undefined;

  const suspects = await confirmRemoved(comparison.suspects({ ...evidence, isWholeList }), list);
  const seemWrong = suspects.filter(({ seems }) => seems !== 'outdated');
  const blocks = await ports.ledger.blocksOn(
    list.name,
    seemWrong.map(({ indicator }) => indicator),
  );
  return {
    ...{
      entriesRead,
      entryCount,
      organisationEntryCount,
      knownBlocks,
      enforcement,
      notOurs,
      suspects,
      evidence,
      incompleteBecause,
    },
    blocksEnforced: comparison.enforcedBlocks({ enforcementOf, isWholeList }),
    drifted: judgeSuspects(seemWrong, blocks, evidence, ports.clock.now()),
  };
}

/** Entries come and go while a list is read; a tenth of them does not. */
const smallestCredibleShare = 0.9;

/** A read that ends too early would declare thousands of blocks gone. */
function whatIsMissing(entriesRead: number, { entryCount }: Inspection): string | undefined {
  if (entryCount === undefined || entriesRead >= entryCount * smallestCredibleShare) return undefined;
  return `The list counts ${entryCount} entries, but gave only ${entriesRead} to read`;
}
