import type { NonEmptyArray } from '../../non-empty.ts';
import type { Indicator } from '../indicator.ts';

/** One indicator as it is to stand at a destination, with the comment that explains it there. */
export interface BlockEntry {
  readonly indicator: Indicator;
  /** At most 255 characters: who asked, which ticket, which request. */
  readonly comment: string;
}

/** Whether what is written at a destination has an effect, found out from its policy. */
export type Enforcement =
  | { readonly kind: 'enforced' }
  /** Nothing blocks what stands there. Writing does no harm and has no effect. */
  | { readonly kind: 'not-enforced'; readonly reason: string }
  /** Writing would do harm: what stands there is let through. Nothing may be written. */
  | { readonly kind: 'unsafe'; readonly reason: string };

/** What a destination was found to be, before a write. */
export interface Inspection {
  readonly enforcement: Enforcement;
  /** How many entries stand there; `undefined` where the vendor does not say. */
  readonly entryCount: number | undefined;
}

export type AddAnswer =
  /** Taken, as the vendor says. Only the count, or a read, tells whether all of it is there. */
  | { readonly kind: 'accepted'; readonly entryCount: number | undefined }
  /**
   * Refused, as the vendor says; part of it may be there all the same.
   * `refused` holds the values that the vendor named, with its reasons; it may be empty.
   */
  | { readonly kind: 'refused'; readonly reason: string; readonly refused: ReadonlyMap<string, string> };

/** An entry that was found at a destination. */
export interface FoundEntry {
  readonly destinationId: number;
  readonly comment: string;
}

/**
 * A place where an indicator is blocked. The worker, the ledger and the leases know only this.
 * Every method throws RetryLater when the vendor cannot be reached or asks to wait, and ConfigurationProblem
 * when a person must put something right first.
 */
export interface BlockDestination {
  /** Most entries in one {@link add}. */
  readonly mostEntriesPerAdd: number;
  /** Reads the policy around the destination and how full it is. */
  inspect(): Promise<Inspection>;
  /**
   * Writes entries, once.
   * @throws OutcomeUnknown when the answer was lost: the entries may be there or not
   */
  add(entries: NonEmptyArray<BlockEntry>): Promise<AddAnswer>;
  /** How many entries stand there now; `undefined` where the vendor does not say. */
  count(): Promise<number | undefined>;
  /** Those of `values` that stand there now. Reads page by page, and no further than needed. */
  find(values: ReadonlySet<string>): Promise<ReadonlyMap<string, FoundEntry>>;
}
