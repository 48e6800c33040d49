import type { ConnectionLease, LeaseSettings } from '../../config/leases.ts';
import type { ConnectionName } from '../../config/names.ts';
import type { StandingBlock } from '../block.ts';
import { leaseEnd } from '../leases/lease-end.ts';

/** When a block ends that is renewed now: as if the connection that asked for it last had asked again. */
export function usualLeaseEnd(
  block: StandingBlock,
  settings: {
    leases: LeaseSettings;
    connections: Readonly<Partial<Record<ConnectionName, { lease?: ConnectionLease | undefined }>>>;
  },
  now: Date,
): Date {
  const { leases, connections } = settings;
  const connection = block.reports.at(-1)?.connection;
  const connectionLease = connection && connections[connection]?.lease;
  return leaseEnd({ indicatorType: block.indicator.type, leases, connectionLease }, now);
}
