import { parse } from 'csv-parse/sync';
import { RefusedRequest } from '../lambda/refused-request.ts';
import { textBody } from './text-body.ts';

/** Rows of cells, none of them empty, as they stand in the text; whether the first is a header is not decided. */
export type CsvTable = readonly (readonly string[])[];

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads comma-separated values, and what spreadsheets and feeds call so: separated by `;`, `|` or tabs as well,
 * rows of different lengths, and lines that begin with `#` for people.
 *
 * @throws RefusedRequest (`unreadable-body`) when it is empty, not UTF-8, or a quote is never closed.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvBody(body: Buffer): CsvTable {
  const text = textBody(body);
  try {
    return parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      delimiter: delimiterOf(text),
      // Otherwise the first line's end decides, and a body put together from two would lose rows.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    // The parser's own message quotes the body, so it is neither shown nor kept as a cause.
    throw new RefusedRequest(
      'unreadable-body',
      'The body is not CSV that can be read: a quotation mark is not closed, or stands inside a cell without being doubled.',
    );
  }
}

/** The delimiter that the first line of data has most of; a line without any is one cell. */
function delimiterOf(text: string): string {
  const firstLine = /^(?!#)[^\r\n]*\S[^\r\n]*$/m.exec(text)?.[0] ?? '';
  const occurrences = (delimiter: string) => firstLine.split(delimiter).length;
  return delimiters.reduce((best, next) => (occurrences(next) > occurrences(best) ? next : best));
}
