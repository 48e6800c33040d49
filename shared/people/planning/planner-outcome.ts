import type { BatchId } from '../changes/batch-id.ts';
import type { ChangeId } from '../changes/change-id.ts';
import type { BatchOutcome } from './accept-batch.ts';

/** What became of one thing that the planner was told. */
export type PlannerOutcome =
  | BatchOutcome
  /** A person has decided about some or all who were held. */
  | {
      readonly kind: 'decided';
      readonly batchId: BatchId;
      readonly verdict: 'approved' | 'rejected';
      readonly peopleCount: number;
    }
  | { readonly kind: 'withdrawn' | 'undoing' | 'announced'; readonly changeId: ChangeId }
  /** Tasks were set again that may have been lost; those that are overdue were. */
  | { readonly kind: 'swept'; readonly setCount: number; readonly overdueCount: number }
  /** There was nothing to do, for a reason that goes into the log and names nobody. */
  | { readonly kind: 'nothing'; readonly because: string };

export function nothing(because: string): PlannerOutcome {
  return { kind: 'nothing', because };
}
