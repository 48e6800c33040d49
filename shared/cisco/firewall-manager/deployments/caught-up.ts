import type { FirewallUid } from '../../../firewalls/firewall.ts';
import { type DeploymentRun, endOnFirewall } from './deployment-runs.ts';

/**
 * For so long after a change Firewall Manager may still call a firewall synchronised that lacks it, in milliseconds.
 * Ten minutes are documented for FTDs after a deployment; for a common object that was changed nothing is.
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
const stateLagsBehindMilliseconds = 10 * 60_000;

/** Whether what the inventory says of a firewall may be older than this change. */
export function isFreshChange(changedAt: Date | undefined, now: Date): changedAt is Date {
  return changedAt !== undefined && now.getTime() - changedAt.getTime() < stateLagsBehindMilliseconds;
}

/** Whether a deployment that was started after the change has reached the firewall, whoever started it; pure. */
export function hasCaughtUp(
  firewallUid: FirewallUid,
  changedAt: Date,
  runs: readonly DeploymentRun[],
): boolean {
  return runs.some((run) => {
    const isListed = run.deviceUids?.includes(firewallUid) ?? false;
    const isSince = run.submissionTime ? run.submissionTime >= changedAt : false;
    return isListed && isSince && endOnFirewall(run, firewallUid).kind === 'done';
  });
}
