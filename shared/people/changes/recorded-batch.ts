import type { FuseTrip } from '../fuses/fuse-trip.ts';
import type { RefusalReason } from '../lifecycle/change-reading.ts';
import type { BatchId } from './batch-id.ts';

/** A row, ticket or body that was not accepted. It quotes no personal data. */
export interface RefusedRow {
  /** As spreadsheets count; nothing for what is no row. */
  readonly row?: number | undefined;
  readonly reason: RefusalReason;
  readonly explanation: string;
}

/** What came at once and what became of it, for the person who sent it and the one who decides. */
export interface RecordedBatch {
  readonly batchId: BatchId;
  readonly source: string;
  /** What it was: the key of a file, a ticket's number. */
  readonly origin: string;
  readonly receivedAt: Date;
  readonly counts: {
    readonly accepted: number;
    readonly held: number;
    readonly idle: number;
    readonly refused: number;
  };
  /** At most {@link mostRefusedRowsKept} of them. */
  readonly refused: readonly RefusedRow[];
  /** Why all of it is held. */
  readonly trips: readonly FuseTrip[];
  /** When the last of it will be done, where that could be planned. */
  readonly doneBy?: Date | undefined;
  readonly decision?:
    | { readonly verdict: 'approved' | 'rejected'; readonly by: string; readonly at: Date }
    | undefined;
}

export const mostRefusedRowsKept = 200;

/** How many rows a roster had, and when. */
export interface RosterSize {
  readonly rowCount: number;
  readonly at: Date;
}

/** Where batches are kept, and the size of the last roster of each source that was not held. */
export interface RecordedBatches {
  find(batchId: BatchId): Promise<RecordedBatch | undefined>;
  /** Keeps it. One that is there already stays with its decision: it was delivered twice. */
  record(batch: RecordedBatch): Promise<'recorded' | 'repeat'>;
  /** Decides about it, once: the first decision stands. */
  decide(
    batchId: BatchId,
    decision: NonNullable<RecordedBatch['decision']>,
  ): Promise<'recorded' | 'contested'>;
  rosterOf(source: string): Promise<RosterSize | undefined>;
  keepRoster(source: string, size: RosterSize): Promise<void>;
}
