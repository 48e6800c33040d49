/** What becomes of one item of a change. */
export type ItemOutcome = { readonly failed: false } | FailedItem;

export interface FailedItem {
  readonly failed: true;
  readonly why: string;
}

export const itemDone: ItemOutcome = { failed: false };

export function itemFailed(why: string): FailedItem {
  return { failed: true, why };
}

/** The part of an item of an answer that says what became of it. Each resource has its own word for failure. */
export function itemStatus(outcome: ItemOutcome, failureWord: string) {
  return outcome.failed ? { status: failureWord, errorDescription: outcome.why } : { status: 'success' };
}
