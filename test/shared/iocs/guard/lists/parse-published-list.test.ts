import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardListFormats } from '#shared/config/guard.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { parsePublishedList } from '#shared/iocs/guard/lists/parse-published-list.ts';

const read = (text: string, format: (typeof guardListFormats)[number], mostEntries = 100) =>
  parsePublishedList(text, { format, mostEntries });

describe('a published list', () => {
  it('that is a ranking gives its names, in order and only so many', () => {
    const text = '1,google.com\r\n2,WWW.Corp.Example\r\n3,b.example\r\n4,c.example\r\n';
    expect(read(text, 'ranked-csv', 3)).toEqual({
      names: ['google.com', 'www.corp.example', 'b.example'],
      networks: [],
      skipped: 0,
    });
  });

  it('may have a heading, more columns and empty lines', () => {
    expect(read('GlobalRank,Domain,Links\n1,a.example,17\n\n2,b.example,4\n', 'ranked-csv').names).toEqual([
      'a.example',
      'b.example',
    ]);
  });

  it('loses what everything would lie below: top-level domains, public suffixes and the whole internet', () => {
    const text = ['com', 'co.uk', 'github.io', 'tenant.github.io', '0.0.0.0/0', '::/0', '103.27.0.0/16'].join(
      '\n',
    );
    expect(read(text, 'plain')).toEqual({
      names: ['tenant.github.io'],
      networks: ['103.27.0.0/16'],
      skipped: 5,
    });
  });

  it('that is plain may have comments, addresses, networks and disarming dots of wildcards', () => {
    const text =
      '# our own\n*.cdn.example\n.corp.example ; since 2026\n103.27.202.9\n2A01:4F8::/32\nno name\n';
    expect(read(text, 'plain')).toEqual({
      names: ['cdn.example', 'corp.example'],
      networks: ['103.27.202.9', '2a01:4f8::/32'],
      skipped: 1,
    });
  });

  it.each(['cidr', 'hostname', 'string', 'substring'])(
    'may be a warninglist of MISP of the type %s',
    (type) => {
      const list = [
        '.corp.example',
        '103.27.202.0/24',
        '::ffff:9270:3d68',
        'd41d8cd98f00b204e9800998ecf8427e',
      ];
      const text = JSON.stringify({
        name: 'A list',
        version: 1,
        type,
        list,
        matching_attributes: ['domain'],
      });
      expect(read(text, 'misp-warninglist')).toMatchObject({
        names: ['corp.example'],
        networks: ['103.27.202.0/24', '146.112.61.104'],
      });
    },
  );

  it.each([
    ['regular expressions', JSON.stringify({ type: 'regex', list: ['.*'] }), /regular expressions/],
    ['another JSON', '{"domains":[]}', /no warninglist/],
    ['an error page', '<html>Sorry</html>', /no warninglist/],
    ['nothing of use', JSON.stringify({ type: 'string', list: ['com'] }), /None of the 1 entries/],
  ])('with %s is refused as a warninglist', (_what, text, says) => {
    expect(() => read(text, 'misp-warninglist')).toThrow(RefusedInput);
    expect(() => read(text, 'misp-warninglist')).toThrow(says);
  });

  it.each(guardListFormats)('of the format %s is read or refused, whatever stands in it', (format) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        try {
          read(text, format);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedInput);
        }
      }),
    );
  });
});
