import type { Block } from '../block.ts';

/** What has come of one indicator on one destination list, whoever asked for it. */
export type Fate =
  | { readonly kind: 'on-list'; readonly block: Block }
  /** Not to be blocked here; asking again changes nothing. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** Not blocked because something must be put right first; the message is kept for a redrive. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Fates by indicator key; an indicator without a fate is to be tried again. */
export type Fates = Map<string, Fate>;

/** Longest reason that is kept: 500 of them share a row of 400 KB with their indicators. */
const longestReason = 250;

export function rejectedFor(reason: string): Fate {
  return { kind: 'rejected', reason: reason.slice(0, longestReason) };
}

export function failedFor(reason: string): Fate {
  return { kind: 'failed', reason: reason.slice(0, longestReason) };
}
