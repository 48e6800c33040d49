import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { addressRange } from '#shared/iocs/guard/places/address-range.ts';
import { specialPurposeOf } from '#shared/iocs/guard/special-purpose-networks.ts';

const specialPurpose = (text: string) => specialPurposeOf(addressRange(text));

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
          if (address.range() !== 'unicast') expect(specialPurpose(address.toString())).toBeDefined();
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
    expect(specialPurpose(address)).toBeDefined();
  });

  it('gives a network the reason of whatever it reaches into', () => {
    fc.assert(
      fc.property(ipv4, fc.integer({ min: 0, max: 32 }), (address, prefixLength) => {
        const cidr = `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefixLength}`)}/${prefixLength}`;
        if (specialPurpose(address) !== undefined) expect(specialPurpose(cidr)).toBeDefined();
      }),
    );
  });
});
