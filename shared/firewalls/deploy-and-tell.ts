import type { DestinationListName } from '../config/names.ts';
import type { EventPublisher } from '../events/event-publisher.ts';
import { isNonEmpty } from '../non-empty.ts';
import type { DeploymentReport } from './deploy-changes.ts';
import type { DeployingOrganisation } from './deploying-organisation.ts';
import type { Deployment } from './deployment.ts';
import { deploymentEndedEvents } from './deployment-ended-events.ts';
import type { DeploymentRecords } from './deployment-records.ts';
import type { WaitingFirewall } from './plan-deployments.ts';
import { watchedRecords } from './watched-records.ts';

/** Hears at once of each deployment that came to an end, and of each firewall that waits. */
export interface DeploymentListener {
  ended(deployment: Deployment): void;
  waits(firewall: WaitingFirewall): void;
}

export interface TellingPorts {
  readonly records: DeploymentRecords;
  readonly events: EventPublisher;
  /** Has a destination compared with the ledger, whose blocks so learn whether they have an effect now. */
  readonly compare: (destination: DestinationListName) => Promise<void>;
  readonly listener: DeploymentListener;
}

/**
 * Deploys, and tells what came to an end: by events, and by having the groups compared with the ledger. What has ended
 * is told also when the run fails later. A run that dies in between tells nothing of it; then the nightly comparison does.
 * @param deploy to be done with these records
 * @throws whatever `deploy` throws, once the ends are told; RetryLater when they could not be
 */
export async function deployAndTell(
  organisation: DeployingOrganisation,
  deploy: (records: DeploymentRecords) => Promise<DeploymentReport>,
  { records, events, compare, listener }: TellingPorts,
): Promise<void> {
  const ended: Deployment[] = [];
  const watched = watchedRecords(records, (deployment) => {
    ended.push(deployment);
    listener.ended(deployment);
  });
  try {
    const { waiting } = await deploy(watched);
    for (const firewall of waiting) listener.waits(firewall);
  } finally {
    const told = deploymentEndedEvents(ended, organisation);
    if (isNonEmpty(told)) await events.publish(told);
    // After a lost one too: it may have been done, and then nothing is pending any more that would tell.
    if (ended.length > 0) for (const group of organisation.groups) await compare(group);
  }
}
