import { RefusedInput } from '../../errors/refused-input.ts';
import { parseIndicator } from '../../iocs/parse-indicator.ts';
import type { CsvTable } from '../csv-body.ts';
import { textsOf } from './fields/texts-of.ts';
import type { ClaimedIndicator, WebhookParser } from './webhook-parser.ts';

/** Columns that hold indicators, as feeds call them; in a table with several of them all are read. */
const usualColumns: readonly string[] = [
  'indicator',
  'indicators',
  'ioc',
  'value',
  'observable',
  'domain',
  'hostname',
  'fqdn',
  'url',
  'ip',
  'ipv4',
  'ipv6',
  'ip_address',
  'dst_ip',
  'cidr',
  'md5',
  'sha1',
  'sha256',
  'sha512',
];

/** Columns beside which a column says of what type it is. */
const typedColumns: ReadonlySet<string> = new Set(['indicator', 'ioc', 'value', 'observable']);
const typeColumns: readonly string[] = ['type', 'indicator_type', 'ioc_type'];

/**
 * A table with a header, of which the columns that are called like indicators are read, or a single column without
 * header. `indicatorFields` name other columns.
 */
export const csv: WebhookParser<'csv'> = {
  takes: 'csv',
  parse(table, { connection }) {
    const [header = [], ...rows] = table;
    if (!isHeader(header)) return { values: withoutHeader(table) };
    const names = header.map((name) => name.toLowerCase());
    const wanted = (connection.indicatorFields ?? usualColumns).map((name) => name.toLowerCase());
    const columns = names.flatMap((name, index) => (wanted.includes(name) ? [{ name, index }] : []));
    if (columns.length === 0) {
      throw new RefusedInput(
        `No column is called like one that holds indicators: ${wanted.join(', ')}. Rename a column, or name yours under indicatorFields of the connection.`,
      );
    }
    const typeIndex = names.findIndex((name) => typeColumns.includes(name));
    return {
      values: rows.flatMap((row) =>
        columns.flatMap(({ name, index }): ClaimedIndicator[] => {
          const typeHint = typedColumns.has(name) ? row[typeIndex] : undefined;
          return textsOf(row[index]).map((value) => ({ value, typeHint }));
        }),
      ),
    };
  },
};

/** A row of names: in none of its cells stands an indicator. `domain` alone could be one, but has no dot. */
function isHeader(row: readonly string[]): boolean {
  return row.every((cell) => parseIndicator(cell).kind === 'rejected' || /^[\w -]+$/.test(cell));
}

function withoutHeader(table: CsvTable): ClaimedIndicator[] {
  return table.flatMap(([first = '']) => textsOf(first).map((value) => ({ value })));
}
