import type { RequestId } from '../../requests/request-id.ts';
import type { ReadRow } from '../csv/read-csv-file.ts';
import type { ChangeReading } from '../lifecycle/change-reading.ts';

interface AnyBatch {
  readonly requestId: RequestId;
  /** Who says it: the name of a lifecycle source, `api`, or `bus:` and the source of an event. */
  readonly source: string;
  /** What it was: the key of a file, a ticket's number, the id of an event. */
  readonly origin: string;
  readonly heardAt: Date;
}

/** A file that could be read, with whatever its rows say. */
export interface FileBatch extends AnyBatch {
  readonly kind: 'file';
  readonly content: 'roster' | 'changes';
  readonly rows: readonly ReadRow[];
  readonly endsInsideRow: boolean;
}

/** One thing alone: a command, or a file of which nothing can be read. */
export interface SingleBatch extends AnyBatch {
  readonly kind: 'single';
  readonly reading: ChangeReading;
  readonly ticket?: string | undefined;
}

/** What came at once about people, as it was read. */
export type IncomingBatch = FileBatch | SingleBatch;
