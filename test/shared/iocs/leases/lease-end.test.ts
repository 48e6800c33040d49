import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConnectionLease, leasesSchema } from '#shared/config/leases.ts';
import { indicatorTypes } from '#shared/iocs/indicator.ts';
import { type LeaseTerms, leaseEnd } from '#shared/iocs/leases/lease-end.ts';

const now = new Date('2026-11-22T03:00:00Z');
const leases = leasesSchema.parse({
  hours: 720,
  hoursByType: { ipv4: 168 },
  hoursOfLowConfidence: { below: 50, hours: 24 },
});

/** Whole hours from now to the end of the lease. */
function hours(terms: Omit<LeaseTerms, 'leases'>): number {
  return (leaseEnd({ leases, ...terms }, now).getTime() - now.getTime()) / 3_600_000;
}

describe('how long a block lasts is said by', () => {
  const connectionLease: ConnectionLease = { hours: 48, hoursByType: { ipv4: 6 } };

  it.each<[title: string, terms: Omit<LeaseTerms, 'leases'>, expected: number]>([
    ['the default', { indicatorType: 'domain' }, 720],
    ['the type, before the default', { indicatorType: 'ipv4' }, 168],
    ['low confidence, before the type', { indicatorType: 'ipv4', confidence: 49 }, 24],
    ['nothing about confidence where it is not low', { indicatorType: 'ipv4', confidence: 50 }, 168],
    ['nothing about confidence where the sender says none', { indicatorType: 'domain' }, 720],
    ['the connection, before low confidence', { indicatorType: 'url', confidence: 1, connectionLease }, 48],
    ['the connection and type, before the connection', { indicatorType: 'ipv4', connectionLease }, 6],
    [
      'low confidence, where the connection says nothing',
      { indicatorType: 'url', confidence: 1, connectionLease: {} },
      24,
    ],
  ])('%s', (_title, terms, expected) => {
    expect(hours(terms)).toBe(expected);
  });
});

it('a lease ends on a full hour, and never before its hours are over', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...indicatorTypes),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 8_784 }),
      (indicatorType, at, length) => {
        const end = leaseEnd({ indicatorType, leases, connectionLease: { hours: length } }, at).getTime();
        expect(end % 3_600_000).toBe(0);
        const surplus = end - at.getTime() - length * 3_600_000;
        expect(surplus).toBeGreaterThanOrEqual(0);
        expect(surplus).toBeLessThan(3_600_000);
      },
    ),
  );
});
