import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { addressRange } from '#shared/iocs/guard/places/address-range.ts';
import { networkSet } from '#shared/iocs/guard/places/network-set.ts';

/** Few different bits, so that networks often lie in each other. */
const ipv4 = fc
  .tuple(
    fc.constantFrom(10, 11, 128),
    fc.constantFrom(0, 1, 255),
    fc.constantFrom(0, 128),
    fc.constantFrom(0, 7),
  )
  .map((octets) => octets.join('.'));
const ipv6 = fc
  .tuple(fc.constantFrom('2a01', '2a02'), fc.constantFrom('0', '1', 'ffff'), fc.constantFrom('0', '9'))
  .map(([first, second, last]) => `${first}:${second}::${last}`);
const network = fc.oneof(
  fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })).map(([address, prefix]) => `${address}/${prefix}`),
  fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([address, prefix]) => `${address}/${prefix}`),
  ipv4,
  ipv6,
);

/** The same question, asked of one network after the other by another library. */
function overlapByLibrary(one: string, other: string): boolean {
  const [first, prefix] = parsed(one);
  const [otherFirst, otherPrefix] = parsed(other);
  return first.kind() === otherFirst.kind() && first.match(otherFirst, Math.min(prefix, otherPrefix));
}

function parsed(text: string) {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  return ipaddr.parseCIDR(`${text}/${text.includes(':') ? 128 : 32}`);
}

describe('a set of networks', () => {
  it('finds a network that shares an address with what is asked, exactly where there is one', () => {
    fc.assert(
      fc.property(fc.array(network, { maxLength: 12 }), network, (listed, asked) => {
        const found = networkSet(listed).match(addressRange(asked));
        expect(found !== undefined).toBe(listed.some((one) => overlapByLibrary(one, asked)));
        if (found !== undefined) expect(overlapByLibrary(found, asked)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/a', '2a01::/129', 'name.example', ''])(
    'does not take %s for a network',
    (text) => {
      expect(() => networkSet([text])).toThrow();
    },
  );

  it('answers about a hundred thousand networks without walking through them', () => {
    const listed = Array.from(
      { length: 100_000 },
      (_, index) => `${(index >> 16) + 20}.${(index >> 8) & 255}.${index & 255}.0/24`,
    );
    const set = networkSet(listed);
    const started = performance.now();
    for (let asked = 0; asked < 1_000; asked += 1) {
      expect(set.match(addressRange(`20.${asked % 256}.7.${asked % 250}`))).toBe(`20.${asked % 256}.7.0/24`);
    }
    // A walk would take minutes.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
