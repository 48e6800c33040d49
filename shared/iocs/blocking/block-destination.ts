import type { NonEmptyArray } from '../../non-empty.ts';
import type { Indicator } from '../indicator.ts';
import type { EntryId } from './entry-id.ts';

/** One indicator as it is to stand at a destination, with the comment that explains it where comments are kept. */
export interface BlockEntry {
  readonly indicator: Indicator;
  /** At most 255 characters: who asked, which ticket, until when, which request. */
  readonly comment: string;
}

/** Whether what is written at a destination has an effect, found out from its policy. */
export type Enforcement =
  | { readonly kind: 'enforced' }
  /** Nothing blocks what stands there. Writing does no harm and has no effect. */
  | {
      readonly kind: 'not-enforced';
      /** One word in kebab-case, a colon, and a sentence for a person; only the word tells two reasons apart. */
      readonly reason: string;
      /** It holds for one entry, whatever holds for the rest of the destination. */
      readonly isOfEntryAlone?: true | undefined;
    }
  /** Writing would do harm: what stands there is let through. Nothing may be written. */
  | { readonly kind: 'unsafe'; readonly reason: string };

/** What a destination was found to be, before a write. */
export interface Inspection {
  readonly enforcement: Enforcement;
  /** How many entries stand there; `undefined` where the vendor does not say. */
  readonly entryCount: number | undefined;
  /** How many entries stand on all lists of the organisation, where that was found out. */
  readonly organisationEntryCount?: number | undefined;
}

export type AddAnswer =
  /** Taken, as the vendor says. Only the count, or a read, tells whether all of it is there. */
  | {
      readonly kind: 'accepted';
      readonly entryCount: number | undefined;
      /** By value: entries that have no effect whatever holds for the rest; see {@link FoundEntry.notEnforcedBecause}. */
      readonly notEnforced?: ReadonlyMap<string, string>;
    }
  /**
   * Refused, as the vendor says; part of it may be there all the same.
   * `refused` holds the values that the vendor named, with its reasons; it may be empty.
   */
  | { readonly kind: 'refused'; readonly reason: string; readonly refused: ReadonlyMap<string, string> };

/** An entry that was found at a destination. */
export interface FoundEntry {
  /** As it stands there: what a person wrote may be in another spelling than ours. */
  readonly value: string;
  readonly entryId: EntryId;
  /** `undefined` where the place keeps no comments: then only the ledger says what is ours. */
  readonly comment: string | undefined;
  /**
   * Why this entry has no effect whatever holds for the rest of the destination: it stands in a part that no rule uses.
   * One word in kebab-case, a colon, and a sentence for a person. Left out where it fares as the destination does.
   */
  readonly notEnforcedBecause?: string | undefined;
}

/** What is looked for at a destination. */
export interface WantedEntry {
  readonly value: string;
  /**
   * Where it is known, the entry is looked for where it must stand, and few pages are read. One that is not there
   * counts as gone: whoever wrote the same value again made an entry of their own.
   */
  readonly entryId?: EntryId | undefined;
}

/** What a search has found. */
export interface Findings {
  /** By the value as it was asked for; what is not there is missing. */
  readonly entries: ReadonlyMap<string, FoundEntry>;
  /** How many entries stood there at the last look; `undefined` where the vendor does not say. */
  readonly entryCount: number | undefined;
}

/**
 * A place where an indicator is blocked. The worker, the ledger and the leases know only this.
 * Every method throws RetryLater when the vendor cannot be reached or asks to wait, and ConfigurationProblem
 * when a person must put something right first.
 */
export interface BlockDestination {
  /** Most entries in one {@link add}. */
  readonly mostEntriesPerAdd: number;
  /** Most entries in one {@link remove}. */
  readonly mostEntriesPerRemove: number;
  /**
   * Whether a comment stands beside each entry. Where none does, what is there already is looked up before anything
   * is written: afterwards nobody could tell it from ours.
   */
  readonly keepsComments: boolean;
  /**
   * `when-deployed`: what is written has an effect only after a deployment to the devices, so that the policy has to be
   * looked at after each write.
   */
  readonly takesEffect: 'at-once' | 'when-deployed';
  /** Reads the policy around the destination and how full it is. */
  inspect(): Promise<Inspection>;
  /**
   * Writes entries, once.
   * @throws OutcomeUnknown when the answer was lost: the entries may be there or not
   */
  add(entries: NonEmptyArray<BlockEntry>): Promise<AddAnswer>;
  /** How many entries stand there now; `undefined` where the vendor does not say. */
  count(): Promise<number | undefined>;
  /**
   * Looks for entries. Reads as few pages as it can, none twice unless entries vanish meanwhile, and stops when all
   * are found.
   */
  find(wanted: readonly WantedEntry[]): Promise<Findings>;
  /** Everything that stands there, page by page. */
  entries(): AsyncIterable<readonly FoundEntry[]>;
  /**
   * Takes entries away, by their ids. Repeating it is harmless.
   * @returns how many entries stand there afterwards; `undefined` where the vendor does not say
   * @throws OutcomeUnknown when the answer was lost or a refusal: some entries may be gone, or all, or none
   */
  remove(entryIds: NonEmptyArray<EntryId>): Promise<number | undefined>;
}
