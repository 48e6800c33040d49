import type { ReadRow } from '../csv/read-csv-file.ts';
import type { Refusal } from '../lifecycle/change-reading.ts';

/** What the rows of a file come to. */
export interface RowCounts {
  readonly accepted: number;
  readonly idle: number;
  readonly refused: number;
  /** The first of those that are refused. */
  readonly refusals: readonly (Pick<Refusal, 'reason' | 'explanation'> & { readonly row: number })[];
}

/** Enough to see what is wrong with a file, and never an answer larger than it. */
const mostRefusalsShown = 100;

export function countRows(rows: readonly ReadRow[]): RowCounts {
  const refusals = rows.flatMap(({ row, reading }) =>
    reading.kind === 'refused' ? [{ row, reason: reading.reason, explanation: reading.explanation }] : [],
  );
  return {
    accepted: rows.filter(({ reading }) => reading.kind === 'accepted').length,
    idle: rows.filter(({ reading }) => reading.kind === 'idle').length,
    refused: refusals.length,
    refusals: refusals.slice(0, mostRefusalsShown),
  };
}
