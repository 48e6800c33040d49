import { describe, expect, it } from 'vitest';
import { isAllowedSource } from '#shared/webhooks/authentication/allowed-source.ts';

const ranges = ['203.0.113.0/24', '198.51.100.7/32', '2001:db8::/32'];

describe('the address of a caller', () => {
  it.each([
    '203.0.113.0',
    '203.0.113.255',
    '198.51.100.7',
    '2001:db8::1',
    '2001:DB8:0:0::1',
    '::ffff:203.0.113.9',
  ])('%s is allowed', (address) => {
    expect(isAllowedSource(address, ranges)).toBe(true);
  });

  it.each(['203.0.114.0', '198.51.100.8', '2001:db9::1', 'localhost', '', '203.0.113.0/24', undefined])(
    '%s is not',
    (address) => {
      expect(isAllowedSource(address, ranges)).toBe(false);
    },
  );
});
