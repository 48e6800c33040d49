import { describe, expect, it } from 'vitest';
import { screen, verdict } from './usual-guard.ts';

describe('what may be blocked passes', () => {
  it.each([
    'bad.example',
    'internetbadguys.com',
    'evil.github.io',
    'shop.co.uk',
    'http://bad.example/',
    'https://evil.workers.dev/x?y=1',
    '103.27.202.185',
    'http://103.27.202.185/x',
    '103.245.165.0/24',
    '103.27.0.0/16',
    '2a01:4f8:c17::1111',
    '2a01:4f8:1234::/48',
  ])('%s', (value) => {
    expect(screen(value)).toEqual({ decision: 'pass' });
  });
});

describe('what must not be blocked is rejected, and the rule that decided is named', () => {
  it.each([
    ['10.0.0.5', 'public-address', 'private-address'],
    ['172.16.0.1', 'public-address', 'private-address'],
    ['192.168.1.1', 'public-address', 'private-address'],
    ['127.0.0.1', 'public-address', 'loopback-address'],
    ['0.0.0.0', 'public-address', 'unspecified-address'],
    ['169.254.169.254', 'public-address', 'link-local-address'],
    ['100.64.0.1', 'public-address', 'carrier-grade-nat-address'],
    ['224.0.0.1', 'public-address', 'multicast-address'],
    ['255.255.255.255', 'public-address', 'broadcast-address'],
    ['240.0.0.1', 'public-address', 'reserved-address'],
    ['203.0.113.9', 'public-address', 'documentation-address'],
    ['::1', 'public-address', 'loopback-address'],
    ['::ffff:10.0.0.5', 'public-address', 'private-address'],
    ['fe80::1', 'public-address', 'link-local-address'],
    ['fd00::1', 'public-address', 'private-address'],
    ['2001:db8::1', 'public-address', 'documentation-address'],
    ['64:ff9b::a00:5', 'public-address', 'reserved-address'],
    ['::7f00:1', 'public-address', 'reserved-address'],
    ['2002:a00:5::', 'public-address', 'reserved-address'],
    ['http://10.0.0.5/x', 'public-address', 'private-address'],
    ['http://0177.0.0.1/', 'public-address', 'loopback-address'],
    ['http://[fd00::1]:8080/x', 'public-address', 'private-address'],
    ['10.1.0.0/16', 'public-address', 'private-address'],
    ['198.51.0.0/16', 'public-address', 'documentation-address'],
    ['0.0.0.0/0', 'narrow-network', 'network-too-wide'],
    ['103.0.0.0/15', 'narrow-network', 'network-too-wide'],
    ['2606:4700::/47', 'narrow-network', 'network-too-wide'],
    ['intranet', 'multi-label-name', 'single-label-name'],
    ['com', 'multi-label-name', 'single-label-name'],
    ['http://intranet/x', 'multi-label-name', 'single-label-name'],
    ['printer.local', 'public-name', 'special-use-name'],
    ['db.corp.internal', 'public-name', 'special-use-name'],
    ['a.test', 'public-name', 'special-use-name'],
    ['example.com', 'public-name', 'documentation-name'],
    ['http://www.example.org/', 'public-name', 'documentation-name'],
    ['5.0.0.10.in-addr.arpa', 'public-name', 'special-use-name'],
    ['http://app.localhost/', 'public-name', 'special-use-name'],
    ['co.uk', 'registrable-name', 'public-suffix'],
    ['github.io', 'registrable-name', 'public-suffix'],
    ['workers.dev', 'registrable-name', 'public-suffix'],
    ['https://github.io/', 'registrable-name', 'public-suffix'],
    [
      '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f',
      'blockable-type',
      'unsupported-type',
    ],
    ['billing@bad.example', 'blockable-type', 'unsupported-type'],
  ])('%s: %s, %s', (value, rule, reason) => {
    expect(verdict(value)).toBe(`reject: ${rule}, ${reason}`);
  });
});

it('holds a URL with a path on a shared host for a person', () => {
  expect(verdict('https://s3.amazonaws.com/bucket/payload.exe')).toBe(
    'hold: registrable-name, public-suffix',
  );
});

describe('Umbrella', () => {
  it.each(['103.27.202.185', '2a01:4f8::1111', '103.245.165.0/24'])(
    'refuses %s, which its block lists take without effect',
    (value) => {
      expect(verdict(value, { place: 'umbrella' })).toBe('reject: blockable-type, no-effect-on-umbrella');
    },
  );

  it.each(['bad.example', 'http://bad.example/x'])('takes %s', (value) => {
    expect(screen(value, { place: 'umbrella' })).toEqual({ decision: 'pass' });
  });
});
