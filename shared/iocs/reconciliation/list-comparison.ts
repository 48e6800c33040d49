import type { StandingBlock } from '../block.ts';
import type { FoundEntry } from '../blocking/block-destination.ts';
import { parseEntryComment } from '../blocking/entry-comment.ts';
import type { EntryId } from '../blocking/entry-id.ts';
import type { Indicator } from '../indicator.ts';
import { parseIndicator } from '../parse-indicator.ts';
import { isOurEntry } from '../releasing/entry-ownership.ts';
import { type Difference, differenceOf } from './difference.ts';
import type { EnforcementOf } from './entry-enforcement.ts';
import type { Sighting } from './sighting.ts';
import { factsOf, type StandingFacts } from './standing-facts.ts';

const mostForeignExamples = 20;

/** An indicator about which list and ledger seem to disagree. */
export interface Suspect {
  readonly indicator: Indicator;
  /** `unknown`: on the list with a comment of ours, and not in the ledger. */
  readonly seems: Difference | 'unknown';
  readonly sighting: Sighting;
  /** Where the ledger knows it, for finding it with few reads. */
  readonly entryId?: EntryId | undefined;
}

/** What is known of the list beside its entries. */
interface Observed {
  readonly enforcementOf: EnforcementOf;
  readonly readBeganAt: Date;
  /** Whether every page was read: else nothing is taken for absent. */
  readonly isWholeList: boolean;
}

interface KnownBlock extends StandingFacts {
  entry?: FoundEntry;
}

/**
 * Compares a list with the ledger, page by page as both are read; pure. The ledger's side comes first. Of each block it
 * keeps a few facts and its entry, of others' entries the id: a quarter of a gigabyte for the 250,000 of the largest
 * organisation, with long comments. Entries may come twice or be missed, since a list can change between two pages,
 * and in any spelling.
 */
export class ListComparison {
  readonly #known = new Map<string, KnownBlock>();
  readonly #unknownButOurs = new Map<string, { indicator: Indicator; entry: FoundEntry }>();
  /** Ids, so that an entry that slid to the next page counts once. */
  readonly #foreignIds = new Set<EntryId>();
  readonly #foreignExamples: string[] = [];
  #entriesRead = 0;

  addKnown(blocks: readonly StandingBlock[]): void {
    for (const block of blocks) this.#known.set(block.indicator.value, factsOf(block));
  }

  /** One page of the list. */
  see(entries: readonly FoundEntry[]): void {
    this.#entriesRead += entries.length;
    for (const entry of entries) {
      // What we wrote stands there as we wrote it: only the spelling of others has to be worked out.
      const known = this.#known.get(entry.value);
      if (known) seeKnown(known, entry);
      else this.#seeInAnySpelling(entry);
    }
  }

  #seeInAnySpelling(entry: FoundEntry): void {
    const parsed = parseIndicator(entry.value);
    const indicator = parsed.kind === 'indicator' ? parsed.indicator : undefined;
    const known = indicator && this.#known.get(indicator.value);
    if (known) seeKnown(known, entry);
    else if (indicator?.value === entry.value && parseEntryComment(entry.comment)) {
      this.#unknownButOurs.set(indicator.value, { indicator, entry });
    } else this.#seeForeign(entry);
  }

  #seeForeign({ entryId, value }: FoundEntry): void {
    if (this.#foreignIds.has(entryId)) return;
    this.#foreignIds.add(entryId);
    if (this.#foreignExamples.length < mostForeignExamples) this.#foreignExamples.push(value);
  }

  get entriesRead(): number {
    return this.#entriesRead;
  }

  /** Blocks that the ledger takes as standing on the list. */
  get knownBlocks(): number {
    return this.#known.size;
  }

  /** Blocks that stand on the list, as far as it was read, and that its rules enforce. */
  enforcedBlocks({ enforcementOf, isWholeList }: Pick<Observed, 'enforcementOf' | 'isWholeList'>): number {
    let count = 0;
    for (const { indicator, entry } of this.#known.values()) {
      if ((entry || !isWholeList) && enforcementOf(indicator, entry).kind === 'enforced') count += 1;
    }
    for (const { indicator, entry } of this.#unknownButOurs.values()) {
      if (enforcementOf(indicator, entry).kind === 'enforced') count += 1;
    }
    return count;
  }

  /** Entries that stand there and were never asked for here. */
  get notOurs(): { count: number; examples: readonly string[] } {
    return { count: this.#foreignIds.size, examples: this.#foreignExamples };
  }

  /** Where list and ledger seem to disagree, in no particular order. */
  suspects({ enforcementOf, readBeganAt, isWholeList }: Observed): Suspect[] {
    const suspects: Suspect[] = [];
    for (const { indicator, entry } of this.#unknownButOurs.values()) {
      suspects.push({ indicator, seems: 'unknown', sighting: { kind: 'present', entry } });
    }
    for (const known of this.#known.values()) {
      const { indicator, entry, entryId } = known;
      if (!entry && !isWholeList) continue;
      const sighting: Sighting = entry ? { kind: 'present', entry } : { kind: 'absent' };
      const enforcement = enforcementOf(indicator, entry);
      const seems = differenceOf(known, { sighting, enforcement, readBeganAt });
      if (seems !== undefined) suspects.push({ indicator, seems, sighting, entryId });
    }
    return suspects;
  }
}

/** Where a value stands there twice, the entry that is ours counts. */
function seeKnown(known: KnownBlock, entry: FoundEntry): void {
  if (!known.entry || isOurEntry(known, entry)) known.entry = entry;
}
