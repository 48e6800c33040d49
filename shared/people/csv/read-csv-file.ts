import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { type ChangeReading, refusal } from '../lifecycle/change-reading.ts';
import { claimedIdentity } from '../lifecycle/claimed-identity.ts';
import { claimsByName, isKnownName } from '../lifecycle/known-field-names.ts';
import { plainWord } from '../lifecycle/plain-word.ts';
import { readChange } from '../lifecycle/read-change.ts';
import type { ReadingContext } from '../lifecycle/reading-context.ts';
import { type CsvRow, type CsvTable, csvTable } from './csv-table.ts';
import { decodeTextFile } from './decode-text-file.ts';
import { type RowReading, withoutConflicts } from './row-conflicts.ts';

/** What one row comes to. */
export interface ReadRow {
  /** As spreadsheets count: the header is row 1. */
  readonly row: number;
  readonly reading: ChangeReading;
}

/** What a file comes to, row by row, in its order. */
export interface ReadFile {
  readonly rows: readonly ReadRow[];
  /** Its last row has fewer cells than the header: the export broke off. */
  readonly endsInsideRow: boolean;
}

/**
 * Reads a file of joiners and leavers, or a roster. Every row is accepted, refused with its reason, or says that there
 * is nothing to do; what is accepted can be carried out as it stands.
 *
 * @throws RefusedInput when the file as a whole cannot be read; then nothing of it counts.
 */
export function readCsvFile(bytes: Uint8Array, context: ReadingContext<LifecycleSourceOf<'csv'>>): ReadFile {
  const table = csvTable(decodeTextFile(bytes));
  if (table.header.length === 0) return { rows: [], endsInsideRow: false };
  checkHeader(table, context.source);
  const rows = table.rows.map((row) => readRow(row, table.header, context));
  return {
    rows: withoutConflicts(rows).map(({ row, reading }) => ({ row, reading })),
    endsInsideRow: (table.rows.at(-1)?.cells.length ?? table.header.length) < table.header.length,
  };
}

function readRow(
  { row, cells }: CsvRow,
  header: readonly string[],
  context: ReadingContext<LifecycleSourceOf<'csv'>>,
): RowReading {
  const named = new Map(header.map((name, index) => [name, cells[index] ?? '']));
  const claims = claimsByName(named, context.source.columns);
  const hasRightLength =
    cells.length >= header.length && cells.slice(header.length).every((cell) => cell === '');
  return {
    row,
    claims,
    identity: claimedIdentity(claims, context.settings),
    reading: hasRightLength
      ? readChange(claims, context)
      : refusal(
          'row-incomplete',
          `The row has ${cells.length} cells, the header ${header.length}: it is cut off, or a cell with a delimiter in it is not in quotation marks.`,
        ),
  };
}

/** @throws RefusedInput when the columns cannot be told: they would be taken for others. */
function checkHeader({ header }: CsvTable, { columns }: LifecycleSourceOf<'csv'>): void {
  const words = header.map(plainWord);
  const own = Object.values(columns);
  const missing = own.find((name) => !words.includes(plainWord(name)));
  if (missing !== undefined) {
    throw new RefusedInput(
      `The file has no column ${JSON.stringify(missing)}, which the source's columns name. Correct the export or the setting.`,
    );
  }
  const isUsed = (name: string) =>
    isKnownName(name) || own.some((other) => plainWord(other) === plainWord(name));
  const used = header.filter(isUsed).map(plainWord);
  if (used.length === 0) {
    throw new RefusedInput(
      'No column is called like anything that is told about people, such as "email" or "last day". The first row must hold the names of the columns; name your own ones under columns of the source.',
    );
  }
  if (new Set(used).size < used.length) {
    throw new RefusedInput(
      'Two columns are called the same. Leave one of them: it cannot be told which counts.',
    );
  }
}
