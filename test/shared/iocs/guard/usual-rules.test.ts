import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import type { GuardRule } from '#shared/iocs/guard/rule.ts';
import { guardRules } from '#shared/iocs/guard/rules.ts';
import { screenIndicator } from '#shared/iocs/guard/screen-indicator.ts';
import { specialPurposeOf } from '#shared/iocs/guard/special-purpose-networks.ts';
import { indicatorTypes, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';

const onSecureAccess = { edition: 'global' } as const;

function parsed(value: string) {
  const answer = parseIndicator(value);
  if (answer.kind === 'rejected') throw new Error(`${value} is no indicator: ${answer.reason}`);
  return answer.indicator;
}

const screen = (value: string, context: Parameters<typeof screenIndicator>[1] = onSecureAccess) =>
  screenIndicator(parsed(value), context);

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
    '103.245.0.0/16',
    '2606:4700::1111',
    '2606:4700:1234::/48',
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
    expect(screen(value)).toEqual({ decision: 'reject', rule, reason });
  });
});

it('holds a URL with a path on a shared host for a person', () => {
  expect(screen('https://s3.amazonaws.com/bucket/payload.exe')).toEqual({
    decision: 'hold',
    rule: 'registrable-name',
    reason: 'public-suffix',
  });
});

describe('Umbrella', () => {
  it.each(['103.27.202.185', '2606:4700::1111', '103.245.165.0/24'])(
    'refuses %s, which its block lists take without effect',
    (value) => {
      expect(screen(value, { edition: 'umbrella' })).toEqual({
        decision: 'reject',
        rule: 'blockable-type',
        reason: 'no-effect-on-umbrella',
      });
    },
  );

  it.each(['bad.example', 'http://bad.example/x'])('takes %s', (value) => {
    expect(screen(value, { edition: 'umbrella' })).toEqual({ decision: 'pass' });
  });
});

describe('the rules', () => {
  const objecting = (name: string): GuardRule => ({
    name,
    objectTo: () => ({ decision: 'reject', reason: `because-${name}` }),
  });
  const throwing: GuardRule = {
    name: 'cannot-tell',
    objectTo: () => {
      throw new Error('list not loaded');
    },
  };

  it('are asked in order, and the first objection decides', () => {
    expect(screenIndicator(parsed('bad.example'), onSecureAccess, [objecting('first'), throwing])).toEqual({
      decision: 'reject',
      rule: 'first',
      reason: 'because-first',
    });
  });

  it('that cannot decide hold the indicator, whatever a later rule would say', () => {
    expect(screenIndicator(parsed('bad.example'), onSecureAccess, [throwing, objecting('second')])).toEqual({
      decision: 'hold',
      rule: 'cannot-tell',
      reason: 'guard-could-not-decide',
    });
  });

  it('have names of their own', () => {
    expect(new Set(guardRules.map(({ name }) => name)).size).toBe(guardRules.length);
  });

  it('hold what they cannot read', () => {
    const unreadable = { type: 'url', value: indicatorValueSchema.parse('not a url') } as const;
    expect(screenIndicator(unreadable, onSecureAccess)).toMatchObject({
      decision: 'hold',
      reason: 'guard-could-not-decide',
    });
  });

  it('never throw out of the guard', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...indicatorTypes),
        fc.string({ minLength: 1, maxLength: 50 }),
        (type, text) => {
          const indicator = { type, value: indicatorValueSchema.parse(text) };
          expect(['pass', 'reject', 'hold']).toContain(screenIndicator(indicator, onSecureAccess).decision);
        },
      ),
    );
  });
});

describe('the table of special-purpose networks', { timeout: 60_000 }, () => {
  const ipv4 = fc.ipV4();
  const ipv6 = fc.ipV6().map((address) => ipaddr.IPv6.parse(address));

  it('knows at least every special range that ipaddr.js knows', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          ipv4.map((address) => ipaddr.IPv4.parse(address)),
          ipv6,
        ),
        (address) => {
          if (address.range() !== 'unicast') expect(specialPurposeOf(address.toString())).toBeDefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ...[
      '192.0.0.8',
      '192.31.196.1',
      '192.52.193.1',
      '192.88.99.1',
      '192.175.48.1',
      '198.18.0.1',
      '203.0.113.1',
    ],
    ...[
      '100::1',
      '5f00::1',
      'fec0::1',
      '2001::1',
      '2001:3::1',
      '2001:4:112::1',
      '2001:20::1',
      '3fff::1',
      '2620:4f:8000::1',
    ],
  ])('%s is special to us as it is to ipaddr.js', (address) => {
    expect(ipaddr.parse(address).range()).not.toBe('unicast');
    expect(specialPurposeOf(address)).toBeDefined();
  });

  it('gives a network the reason of whatever it reaches into', () => {
    fc.assert(
      fc.property(ipv4, fc.integer({ min: 0, max: 32 }), (address, prefixLength) => {
        const cidr = `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefixLength}`)}/${prefixLength}`;
        if (specialPurposeOf(address) !== undefined) expect(specialPurposeOf(cidr)).toBeDefined();
      }),
    );
  });
});
