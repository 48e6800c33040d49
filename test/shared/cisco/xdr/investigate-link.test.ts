import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { investigateLink } from '#shared/cisco/xdr/investigate-link.ts';
import { isNonEmpty } from '#shared/non-empty.ts';

const console = new URL('https://xdr.eu.security.cisco.com');

describe('an investigate link', () => {
  it('holds the values, each on its line, with every special character encoded', () => {
    const link = investigateLink(console, [
      { type: 'url', value: 'https://bad.example/?a=1&b=#x y+z' },
      { type: 'domain', value: 'bad.example' },
    ]);

    expect(link.href).toBe(
      'https://xdr.eu.security.cisco.com/investigate?q=https%3A%2F%2Fbad.example%2F%3Fa%3D1%26b%3D%23x%20y%2Bz%0Abad.example',
    );
  });

  it('leaves away what would make it longer than a browser takes', () => {
    const observables = Array.from({ length: 200 }, (_, index) => ({
      type: 'domain',
      value: `bad-${index}.example`,
    }));
    if (!isNonEmpty(observables)) throw new Error('there are 200');

    const { href } = investigateLink(console, observables);

    expect(href.length).toBeLessThanOrEqual(2_083);
    expect(href.length).toBeGreaterThan(2_060);
    expect(href).toMatch(/bad-\d+\.example$/);
  });

  it('gives back the value of any single observable, and stays at the console', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (value) => {
        const link = investigateLink(console, [{ type: 'file_name', value }]);
        expect(link.searchParams.get('q')).toBe(value.toWellFormed());
        expect([link.origin, link.pathname, link.hash]).toEqual([console.origin, '/investigate', '']);
      }),
    );
  });
});
