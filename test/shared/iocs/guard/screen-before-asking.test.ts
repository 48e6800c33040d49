import { expect, it } from 'vitest';
import { screenBeforeAsking } from '#shared/iocs/guard/screen-before-asking.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';

function screened(text: string): string | undefined {
  const parsed = parseIndicator(text);
  if (parsed.kind === 'rejected') throw new Error(`${text}: ${parsed.reason}`);
  return screenBeforeAsking(parsed.indicator, ['corp.example']);
}

it.each([
  ['a private address', '10.0.0.5', 'private-address'],
  ['a URL on a private address', 'http://192.168.1.1/admin', 'private-address'],
  ['a network for documentation', '192.0.2.0/24', 'documentation-address'],
  ['a name inside a company', 'printer.local', 'special-use-name'],
  ['a name for manuals', 'example.com', 'documentation-name'],
  ["the sender's own name", 'wiki.corp.example', 'ignored-domain'],
  ["a mail address at the sender's", 'jdoe@corp.example', 'ignored-domain'],
])('nobody outside is asked about %s: %s', (_, value, reason) => {
  expect(screened(value)).toBe(reason);
});

it.each([
  ['a hash', '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f'],
  ['a mail address', 'jdoe@bad.example'],
  ['a name that everybody works with', 'microsoft.com'],
  ["Cisco's own", 'cisco.com'],
  ['a public suffix', 'github.io'],
  ['a public resolver', '8.8.8.8'],
  ['a wide network', '103.0.0.0/8'],
])('others are asked about %s, which a guard may still keep from being blocked: %s', (_, value) => {
  expect(screened(value)).toBeUndefined();
});
