import { expect, it } from 'vitest';
import { text } from '#shared/webhooks/parsers/text.ts';
import { parsingContext, valuesOf } from './parse-body.ts';

const read = (body: string) => valuesOf(text.parse(body, parsingContext('text')));

it('a list is taken line by line, so that a wrong entry can be told', () => {
  expect(read('https://bad.example/a\r\n\n  trojan.example \nmistake\n')).toEqual([
    'https://bad.example/a',
    'trojan.example',
    'mistake',
  ]);
});

it('from all else the indicators are extracted', () => {
  expect(read('Seen: bad[.]example, see https://blog.vendor.example/bad')).toEqual(['bad.example']);
});
