import type { StandingBlock } from '../block.ts';

/** Why an indicator waits for a person. */
export interface Hold {
  /** One word in kebab-case: `above-request-limit`. */
  readonly reason: string;
  /** A sentence for the person who decides. */
  readonly explanation?: string | undefined;
  /** How many identities used it in the last 7 days, where the reports were asked. */
  readonly touchedIdentities?: number | undefined;
}

/** What has come of one indicator on one destination list, whoever asked for it. */
export type Fate =
  | { readonly kind: 'on-list'; readonly block: StandingBlock }
  /** Not blocked until a person says so. */
  | { readonly kind: 'held'; readonly hold: Hold }
  /** Not to be blocked here; asking again changes nothing. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** Not blocked because something must be put right first; the message is kept for a redrive. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Fates by indicator key; an indicator without a fate is to be tried again. */
export type Fates = Map<string, Fate>;

/** Longest reason that is kept: 500 of them share a row of 400 KB with their indicators. */
const longestReason = 250;

/** Longest sentence for the person who decides. */
const longestExplanation = 200;

export function rejectedFor(reason: string): Fate {
  return { kind: 'rejected', reason: reason.slice(0, longestReason) };
}

export function failedFor(reason: string): Fate {
  return { kind: 'failed', reason: reason.slice(0, longestReason) };
}

export function heldFor(hold: Hold): Fate {
  return { kind: 'held', hold: shortened(hold) };
}

/** The hold, no longer than is kept. */
export function shortened({ reason, explanation, touchedIdentities }: Hold): Hold {
  return {
    reason: reason.slice(0, longestReason),
    explanation: explanation?.slice(0, longestExplanation),
    touchedIdentities,
  };
}
