import { describe, expect, it } from 'vitest';
import { leasesSchema } from '#shared/config/leases.ts';
import { connectionNameSchema } from '#shared/config/names.ts';
import { usualLeaseEnd } from '#shared/iocs/releasing/usual-lease.ts';
import { ReleaseBench, requestId } from './release-bench.ts';

const leases = leasesSchema.parse({ hours: 48 });
const connection = connectionNameSchema.parse('splunk');
const now = new Date('2026-11-22T05:01:00Z');

describe('a lease that is renewed while somebody runs into the block', () => {
  it.each<[said: string, connections: Parameters<typeof usualLeaseEnd>[1]['connections'], end: string]>([
    [
      'lasts as the connection says that asked last',
      { [connection]: { lease: { hours: 5 } } },
      '2026-11-22T11:00:00.000Z',
    ],
    [
      'lasts the usual time where the connection says nothing',
      { [connection]: {} },
      '2026-11-24T06:00:00.000Z',
    ],
    ['lasts the usual time where the connection is gone', {}, '2026-11-24T06:00:00.000Z'],
  ])('%s', (_said, connections, end) => {
    const reportedAt = '2026-11-22T03:00:00.000Z';
    const block = new ReleaseBench().block('bad.example', {
      reports: [{ requestId, connection, reportedAt }],
    });
    expect(usualLeaseEnd(block, { leases, connections }, now).toISOString()).toBe(end);
  });
});
