import { cutBySize } from '../events/cut-by-size.ts';
import { largestEventDetailBytes } from '../events/event-publisher.ts';
import { isNonEmpty } from '../non-empty.ts';
import type { VerdictDecision } from './verdict-decision.ts';

/** Room for all of an event, or a row, but its decisions. */
const reservedBytes = 4_000;

/** A part has 500 decisions at most, which are written down in one transaction of 4 MB. */
const mostBytesPerDecision = 6_000;

/** Cuts the decisions of a part into what one event, or one row, takes; always alike, and at least one page. */
export function pagesOf(decisions: readonly VerdictDecision[]): readonly (readonly VerdictDecision[])[] {
  const pages = cutBySize(decisions, largestEventDetailBytes - reservedBytes);
  return isNonEmpty(pages) ? pages : [[]];
}

/** The decision without the lightest of its evidence, where it would take too much room with it. */
export function fitted(decision: VerdictDecision): VerdictDecision {
  if (Buffer.byteLength(JSON.stringify(decision)) <= mostBytesPerDecision) return decision;
  const { verdict } = decision;
  if (!verdict || (verdict.evidence.length === 0 && verdict.failures.length === 0)) return decision;
  const shorter =
    verdict.evidence.length > 0
      ? { ...verdict, evidence: verdict.evidence.slice(0, -1) }
      : { ...verdict, failures: verdict.failures.slice(0, -1) };
  return fitted({ ...decision, verdict: shorter });
}
