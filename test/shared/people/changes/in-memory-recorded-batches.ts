import type { BatchId } from '#shared/people/changes/batch-id.ts';
import type { RecordedBatch, RecordedBatches, RosterSize } from '#shared/people/changes/recorded-batch.ts';

/** Batches kept in memory, with the conditions of the real ones. */
export class InMemoryRecordedBatches implements RecordedBatches {
  readonly #batches = new Map<BatchId, RecordedBatch>();
  readonly #rosters = new Map<string, RosterSize>();

  find(batchId: BatchId): Promise<RecordedBatch | undefined> {
    return Promise.resolve(this.#batches.get(batchId));
  }

  record(batch: RecordedBatch): Promise<'recorded' | 'repeat'> {
    if (this.#batches.has(batch.batchId)) return Promise.resolve('repeat');
    this.#batches.set(batch.batchId, batch);
    return Promise.resolve('recorded');
  }

  decide(
    batchId: BatchId,
    decision: NonNullable<RecordedBatch['decision']>,
  ): Promise<'recorded' | 'contested'> {
    const batch = this.#batches.get(batchId);
    if (batch === undefined || batch.decision) return Promise.resolve('contested');
    this.#batches.set(batchId, { ...batch, decision });
    return Promise.resolve('recorded');
  }

  rosterOf(source: string): Promise<RosterSize | undefined> {
    return Promise.resolve(this.#rosters.get(source));
  }

  keepRoster(source: string, size: RosterSize): Promise<void> {
    this.#rosters.set(source, size);
    return Promise.resolve();
  }
}
