import { expect, it } from 'vitest';
import { valuesNamedIn } from '#shared/iocs/blocking/values-named-in.ts';

const values = ['192.0.2.1', '192.0.2.10', '192.0.2.0/24', 'bad.example', '2001:db8::1'];

it.each([
  ['Invalid value 192.0.2.10', ['192.0.2.10']],
  ['192.0.2.1, bad.example.', ['192.0.2.1', 'bad.example']],
  ['"2001:db8::1": no such address', ['2001:db8::1']],
  ['192.0.2.0/24 overlaps', ['192.0.2.0/24']],
  ['very.bad.example and bad.example.org, 2001:db8::11', []],
  ['Invalid inline object', []],
])('%s names %j', (text, named) => {
  expect(valuesNamedIn(text, values)).toEqual(named);
});
