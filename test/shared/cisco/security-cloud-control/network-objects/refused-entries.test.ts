import { expect, it } from 'vitest';
import { refusedEntries } from '#shared/cisco/security-cloud-control/network-objects/refused-entries.ts';

const entries = [
  { subtype: 'host', value: '192.0.2.1' },
  { subtype: 'host', value: '192.0.2.10' },
  { subtype: 'cidr', value: '192.0.2.0/24' },
  { subtype: 'fqdn', value: 'bad.example' },
  { subtype: 'host', value: '2001:db8::1' },
] as const;

it.each([
  ['Invalid value 192.0.2.10', ['192.0.2.10']],
  ['192.0.2.1, bad.example.', ['192.0.2.1', 'bad.example']],
  ['"2001:db8::1": no such address', ['2001:db8::1']],
  ['192.0.2.0/24 overlaps', ['192.0.2.0/24']],
  ['very.bad.example and bad.example.org, 2001:db8::11', []],
  ['Invalid inline object', []],
])('%s names %j', (said, named) => {
  const refused = refusedEntries({ status: 400, said, text: 'shown' }, entries);
  expect([...refused.keys()]).toEqual(named);
});
