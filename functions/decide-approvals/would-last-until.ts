import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { leaseEnd } from '#shared/iocs/leases/lease-end.ts';
import type { PagePorts } from './answer-page.ts';

/** When a block that is approved now would end, by the deployment's leases. */
export function wouldLastUntil({
  leases,
  connections,
}: Pick<DeploymentConfiguration, 'leases' | 'connections'>): PagePorts['wouldLastUntil'] {
  return ({ outcome: { connection, confidence } }, { type }, now) =>
    leaseEnd(
      {
        indicatorType: type,
        leases,
        confidence,
        connectionLease: connection && connections[connection]?.lease,
      },
      now,
    );
}
