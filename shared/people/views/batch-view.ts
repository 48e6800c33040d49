import type { RecordedBatch } from '../changes/recorded-batch.ts';
import type { ChangeIn } from '../working/change-in.ts';
import { type ChangeView, changeView } from './change-view.ts';

/** The answer of `GET /people/batches/{batchId}`: what came at once, what became of it, and who waits for a decision. */
export interface BatchView extends RecordedBatch {
  readonly held: readonly ChangeView[];
  /** How many more wait than are shown. Left out when all are shown. */
  readonly heldNotShown?: number;
}

/** Enough to decide by; the answer of a function has an end. */
const mostHeldShown = 1_000;

export function batchView(batch: RecordedBatch, held: readonly ChangeIn<'held'>[]): BatchView {
  const heldNotShown = held.length - mostHeldShown;
  return {
    ...batch,
    held: held.slice(0, mostHeldShown).map(changeView),
    ...(heldNotShown > 0 && { heldNotShown }),
  };
}
