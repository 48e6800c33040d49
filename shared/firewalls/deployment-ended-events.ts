import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  deploymentEndedSchema,
  deploymentEventSource,
  mostChangesInEvent,
} from '../events/deployment-ended.ts';
import type { OutgoingEvent } from '../events/event-publisher.ts';
import type { DeployingOrganisation } from './deploying-organisation.ts';
import type { Deployment } from './deployment.ts';
import type { OtherChanges } from './group-usage.ts';

type Detail = z.input<typeof deploymentEndedSchema>;

/**
 * `DeploymentEnded` of each deployment that is done or failed. Of one that is lost nothing is known to tell: what is
 * still pending there goes with the next.
 */
export function deploymentEndedEvents(
  deployments: readonly Deployment[],
  { name: organisation, groups }: DeployingOrganisation,
): OutgoingEvent[] {
  return deployments.flatMap(({ firewall, deploymentId, otherChanges, state }) => {
    if (state.kind !== 'done' && state.kind !== 'failed') return [];
    const detail: Detail = {
      version: 1,
      eventId: eventIdOf(`${organisation}/${firewall.uid}/${deploymentId}`),
      organisation,
      firewall: { uid: firewall.uid, name: firewall.name },
      groups: [...groups],
      result: state.kind,
      ...(state.kind === 'failed' && { reason: state.reason }),
      alsoPending: alsoPending(otherChanges),
      occurredAt: state.endedAt.toISOString(),
    };
    return [
      {
        source: deploymentEventSource,
        detailType: 'DeploymentEnded',
        detail: deploymentEndedSchema.parse(detail),
      },
    ];
  });
}

function alsoPending(others: OtherChanges): Detail['alsoPending'] {
  if (others.kind === 'not-listed') return others;
  const changes = others.changes.slice(0, mostChangesInEvent);
  return { kind: 'listed', changes, more: others.changes.length - changes.length };
}

function eventIdOf(identity: string): string {
  const digest = createHash('sha256').update(`DeploymentEnded/${identity}`).digest('hex');
  return `evt_${digest.slice(0, 32)}`;
}
