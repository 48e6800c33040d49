import { firstApprovedPart } from '#shared/events/block-requested.ts';
import type { PartOutcome } from '#shared/requests/request-outcomes.ts';

/**
 * From the moment a request came in to the proof that the last of a part's new blocks is enforced, in milliseconds.
 * `undefined` where the part brought no new enforced block, or waited for a person: that says nothing about us.
 */
export function millisecondsToBlock({ part, receivedAt, indicators }: PartOutcome): number | undefined {
  if (part >= firstApprovedPart) return undefined;
  const verified = indicators.flatMap(({ status, verifiedAt }) =>
    status === 'enforced' && verifiedAt !== undefined ? [Date.parse(verifiedAt)] : [],
  );
  if (verified.length === 0) return undefined;
  return Math.max(0, Math.max(...verified) - Date.parse(receivedAt));
}
