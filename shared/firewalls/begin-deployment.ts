import { GiveUp } from '../errors/give-up.ts';
import { OutcomeUnknown } from '../errors/outcome-unknown.ts';
import { RetryLater } from '../errors/retry-later.ts';
import type { NonEmptyArray } from '../non-empty.ts';
import type { Clock } from '../time/clock.ts';
import { type Deployment, type DeploymentState, failuresUpTo } from './deployment.ts';
import type { DeploymentRecords } from './deployment-records.ts';
import type { FirewallUid } from './firewall.ts';
import type { FirewallDeployments } from './firewall-deployments.ts';
import type { PendingFirewall } from './group-usage.ts';

export interface BeginningPorts {
  readonly deployments: FirewallDeployments;
  readonly records: DeploymentRecords;
  readonly clock: Clock;
  /** A name for a deployment that no other has. */
  readonly newDeploymentId: () => string;
}

/**
 * Writes down that a deployment is asked for, then starts it, once.
 * @param latest the last deployments that are known of these firewalls
 * @returns it as it is written down: running, failed when it was refused, or only asked for when the answer was lost;
 *   nothing when another run was faster
 * @throws ConfigurationProblem, RetryLater as the start does, after it was written down
 */
export async function beginDeployment(
  pending: NonEmptyArray<PendingFirewall>,
  latest: ReadonlyMap<FirewallUid, Deployment>,
  { deployments, records, clock, newDeploymentId }: BeginningPorts,
): Promise<NonEmptyArray<Deployment> | undefined> {
  const deploymentId = newDeploymentId();
  const askedAt = clock.now();
  const ask = ({ firewall, otherChanges }: PendingFirewall): Deployment => {
    const last = latest.get(firewall.uid);
    const failuresBefore = last ? failuresUpTo(last) : 0;
    return { firewall, deploymentId, askedAt, otherChanges, failuresBefore, state: { kind: 'asked' } };
  };
  const [first, ...others] = pending;
  const asked: NonEmptyArray<Deployment> = [ask(first), ...others.map(ask)];
  if (!(await records.begin(asked, latest))) return undefined;
  try {
    const firewalls = [first.firewall, ...others.map(({ firewall }) => firewall)] as const;
    const reference = await deployments.start(firewalls, deploymentId);
    return await goOn(asked, { kind: 'running', reference }, records);
  } catch (problem) {
    // It may have been started: the next run looks for it.
    if (problem instanceof OutcomeUnknown) return asked;
    const failed = await goOn(asked, stateAfter(problem, clock.now()), records);
    if (problem instanceof GiveUp) return failed;
    throw problem;
  }
}

/** A start that may work later says nothing against what is deployed; any other refusal does. */
function stateAfter(problem: unknown, now: Date): DeploymentState {
  if (problem instanceof RetryLater) return { kind: 'lost', noticedAt: now };
  return { kind: 'failed', endedAt: now, reason: problem instanceof Error ? problem.message : 'not started' };
}

async function goOn(
  [first, ...others]: NonEmptyArray<Deployment>,
  state: DeploymentState,
  records: DeploymentRecords,
): Promise<NonEmptyArray<Deployment>> {
  const gone: NonEmptyArray<Deployment> = [
    { ...first, state },
    ...others.map((deployment) => ({ ...deployment, state })),
  ];
  for (const deployment of gone) await records.goOn(deployment);
  return gone;
}
