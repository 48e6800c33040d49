import { isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import type { Clock } from '../time/clock.ts';
import { type Deployment, type DeploymentState, isUnderWay } from './deployment.ts';
import type { DeploymentRecords } from './deployment-records.ts';
import type { DeploymentEnd, FirewallDeployments } from './firewall-deployments.ts';

/** For so long another run may be about to start what it has asked for, in milliseconds. */
const startTakesAtMostMilliseconds = 5 * 60_000;

export interface FollowingPorts {
  readonly deployments: FirewallDeployments;
  readonly records: DeploymentRecords;
  readonly clock: Clock;
}

/**
 * Looks how those ended that are under way, whoever asked for them: an earlier run that came to no end, or stopped
 * between asking and writing down the answer.
 * @returns those that came to an end now
 */
export async function resumeDeployments(ports: FollowingPorts, until: Date): Promise<Deployment[]> {
  const followed: Deployment[] = [];
  const underWay = await ports.records.underWay();
  for (const deployment of Map.groupBy(underWay, ({ deploymentId }) => deploymentId).values()) {
    if (isNonEmpty(deployment)) followed.push(...(await followDeployment(deployment, ports, until)));
  }
  return followed.filter((deployment) => !isUnderWay(deployment));
}

/**
 * Follows one deployment, on all of its firewalls, to its end or for as long as there is time, and writes down what
 * became of it.
 * @returns it as it is written down
 */
export async function followDeployment(
  deployment: NonEmptyArray<Deployment>,
  { deployments, records, clock }: FollowingPorts,
  until: Date,
): Promise<readonly Deployment[]> {
  const [first, ...others] = deployment;
  if (!isUnderWay(first)) return deployment;
  const reference = first.state.kind === 'running' ? first.state.reference : await deployments.find(first);
  if (reference === undefined) {
    const isFresh = clock.now().getTime() - first.askedAt.getTime() < startTakesAtMostMilliseconds;
    return isFresh ? deployment : write(() => ({ kind: 'lost', noticedAt: clock.now() }));
  }
  const uids = [first.firewall.uid, ...others.map(({ firewall }) => firewall.uid)] as const;
  const ends = await deployments.end(reference, uids, until);
  return write(({ firewall }) => stateAfter(ends.get(firewall.uid), reference, clock.now()));

  async function write(stateOf: (one: Deployment) => DeploymentState): Promise<Deployment[]> {
    const written = deployment.map((one) => ({ ...one, state: stateOf(one) }));
    for (const one of written) await records.goOn(one);
    return written;
  }
}

function stateAfter(end: DeploymentEnd | undefined, reference: string, now: Date): DeploymentState {
  switch (end?.kind) {
    case 'done':
      return { kind: 'done', endedAt: now };
    case 'failed':
      return { kind: 'failed', endedAt: now, reason: end.reason };
    case 'still-running':
      return { kind: 'running', reference };
    case 'unknown':
    case undefined:
      return { kind: 'lost', noticedAt: now };
  }
}
