import { describe, expect, it } from 'vitest';
import { csvBody } from '#shared/webhooks/csv-body.ts';
import { csv } from '#shared/webhooks/parsers/csv.ts';
import { parsingContext } from './parse-body.ts';

const read = (text: string, settings?: object) =>
  csv.parse(csvBody(Buffer.from(text)), parsingContext('csv', settings)).values;
const valuesOf = (text: string, settings?: object) => read(text, settings).map(({ value }) => value);

describe('a table', () => {
  it.each([
    ['commas', 'domain,comment\na.example,"x, y"\n'],
    ['semicolons', 'domain;comment\r\na.example;x\r\n'],
    ['tabs', 'comment\tDomain\nx\ta.example'],
    ['bars', 'comment|domain\n|a.example'],
    ['a byte order mark', '\ufeffdomain\na.example'],
    ['remarks and empty lines', '# a remark, with commas, many\n\ndomain,x\n\na.example,\n'],
    ['rows of different lengths', 'domain,comment\na.example\n,,,\n'],
  ])('may have %s', (_, text) => {
    expect(valuesOf(text)).toEqual(['a.example']);
  });

  it('without header gives its first column', () => {
    expect(valuesOf('a.example,2026-11-22\nhttp://b.example/#x,2026-11-22')).toEqual([
      'a.example',
      'http://b.example/#x',
    ]);
  });

  it('with a type beside its indicators gives it along', () => {
    expect(read('type,value\nip,103.27.202.185')).toEqual([{ value: '103.27.202.185', typeHint: 'ip' }]);
  });

  it('gives several columns, and those that the connection names instead', () => {
    const text = 'url,ip,bad host\nhttp://a.example/,103.27.202.185,b.example';
    expect(valuesOf(text)).toEqual(['http://a.example/', '103.27.202.185']);
    expect(valuesOf(text, { indicatorFields: ['Bad Host'] })).toEqual(['b.example']);
  });
});

it.each([
  [
    'of which no column can be told',
    'name,comment\nx,y',
    /No column is called like one that holds indicators/,
  ],
  ['with an open quotation mark', 'domain\n"a.example', /not CSV that can be read/],
  ['of nothing', '', /body is empty/],
])('a table %s is refused', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
