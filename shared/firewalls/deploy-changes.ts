import type { NonEmptyArray } from '../non-empty.ts';
import { type BeginningPorts, beginDeployment } from './begin-deployment.ts';
import type { DeployPolicy } from './deploy-policy.ts';
import { type Deployment, isUnderWay } from './deployment.ts';
import type { GroupToProve, GroupUsages } from './group-usage.ts';
import { planDeployments, type WaitingFirewall } from './plan-deployments.ts';
import { followDeployment, resumeDeployments } from './resume-deployments.ts';

export interface DeploymentPorts extends BeginningPorts {
  readonly usages: GroupUsages;
}

export interface DeploymentReport {
  /** Those that came to an end now, begun now or earlier, with what others had pending. */
  readonly ended: readonly Deployment[];
  /** Begun now, and not at their end yet. The next call goes on with them. */
  readonly underWay: readonly Deployment[];
  /** Firewalls to which a change of ours is not deployed, each with the reason. */
  readonly waiting: readonly WaitingFirewall[];
}

/**
 * Lets what is written in these groups take effect on the firewalls, as far as the policy allows:
 *  1. Look how deployments ended that are under way.
 *  2. Read where a change is pending, and plan.
 *  3. Write down what is asked for, then start it; each is started once.
 *  4. Follow all of them to their ends.
 * It may stop anywhere: the next call goes on from what is written down.
 * @param until when to stop waiting for ends
 * @throws ConfigurationProblem, RetryLater as the ports do; what was begun until then is written down
 */
export async function deployChanges(
  groups: NonEmptyArray<GroupToProve>,
  policy: DeployPolicy,
  ports: DeploymentPorts,
  until: Date,
): Promise<DeploymentReport> {
  const resumed = await resumeDeployments(ports, until);
  if (policy.deploy === 'never') return { ended: resumed, underWay: [], waiting: [] };

  const usages = [...(await ports.usages.usagesOf(groups)).values()];
  const uids = usages.flatMap(({ pending }) => pending.map(({ firewall }) => firewall.uid));
  const latest = await ports.records.latestOf([...new Set(uids)]);
  const { mostFirewallsPerDeployment } = ports.deployments;
  const now = ports.clock.now();
  const plan = planDeployments(usages, latest, { policy, mostFirewallsPerDeployment, now });

  const begun: NonEmptyArray<Deployment>[] = [];
  for (const pending of plan.deployments) {
    const deployment = await beginDeployment(pending, latest, ports);
    if (deployment) begun.push(deployment);
  }
  const followed: Deployment[] = [];
  for (const deployment of begun) followed.push(...(await followDeployment(deployment, ports, until)));
  return {
    ended: [...resumed, ...followed.filter((deployment) => !isUnderWay(deployment))],
    underWay: followed.filter(isUnderWay),
    waiting: plan.waiting,
  };
}
