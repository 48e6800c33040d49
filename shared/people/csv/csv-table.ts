import { CsvError, parse } from 'csv-parse/sync';
import { RefusedInput } from '../../errors/refused-input.ts';

/** A row of cells, with its number as spreadsheets count: the first line is row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table whose first row holds the names of the columns. Rows without any text are left out. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

const delimiters = [',', ';', '\t'] as const;

/** What some spreadsheets write into the first line: `sep=;`. */
const separatorLine = /^sep=([,;\t])\r?\n/i;

/**
 * Reads comma-separated values, or what is separated by `;` or tabs. Quoted cells may hold line ends.
 *
 * @returns an empty header for a text without any row.
 * @throws RefusedInput when a quotation mark is not closed: then the file is cut off, or all behind it is misread.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvTable(text: string): CsvTable {
  const announced = separatorLine.exec(text);
  const rows = cellsOf(text, announced?.[1] ?? delimiterOf(text))
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(announced ? 1 : 0)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...others] = rows;
  return { header: first?.cells ?? [], rows: others };
}

function cellsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      // Otherwise the first line's end decides, and a file put together from two would lose rows.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    });
  } catch (error) {
    // The parser's own message quotes the file, so only its position is kept.
    const line =
      error instanceof CsvError && typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw new RefusedInput(
      `The file cannot be read as CSV${line}: a quotation mark is not closed, or stands inside a cell without being doubled. The file may be cut off; nothing of it is done.`,
    );
  }
}

/** The delimiter that the header has most of, outside quotation marks; a header without any is one cell. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*\S[^\r\n]*$/m.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const occurrences = (delimiter: string) => header.split(delimiter).length;
  return delimiters.reduce((best, next) => (occurrences(next) > occurrences(best) ? next : best));
}
