import { type Deployment, isUnderWay } from './deployment.ts';
import type { DeploymentRecords } from './deployment-records.ts';

/**
 * The same records, which tell of each deployment that is written down as ended. So its end is heard of also when what
 * comes after it in a run fails.
 */
export function watchedRecords(
  records: DeploymentRecords,
  onEnd: (deployment: Deployment) => void,
): DeploymentRecords {
  return {
    latestOf: (firewallUids) => records.latestOf(firewallUids),
    underWay: () => records.underWay(),
    begin: (deployments, instead) => records.begin(deployments, instead),
    async goOn(deployment) {
      await records.goOn(deployment);
      if (!isUnderWay(deployment)) onEnd(deployment);
    },
  };
}
