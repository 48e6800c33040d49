import { type Deployment, isUnderWay } from '#shared/firewalls/deployment.ts';
import type { DeploymentRecords } from '#shared/firewalls/deployment-records.ts';
import type { FirewallUid } from '#shared/firewalls/firewall.ts';

/** Records that live as long as the test, and outlive every run in it. */
export class MemoryDeploymentRecords implements DeploymentRecords {
  /** Set while the run that writes is killed: it comes to write down nothing more. */
  isRunKilled = false;
  readonly #latest = new Map<FirewallUid, Deployment>();

  all(): Deployment[] {
    return [...this.#latest.values()];
  }

  async latestOf(firewallUids: readonly FirewallUid[]): Promise<ReadonlyMap<FirewallUid, Deployment>> {
    return new Map([...this.#latest].filter(([uid]) => firewallUids.includes(uid)));
  }

  async underWay(): Promise<readonly Deployment[]> {
    return this.all().filter(isUnderWay);
  }

  async begin(
    deployments: readonly Deployment[],
    instead: ReadonlyMap<FirewallUid, Deployment>,
  ): Promise<boolean> {
    const isAsRead = ({ firewall: { uid } }: Deployment) =>
      this.#latest.get(uid)?.deploymentId === instead.get(uid)?.deploymentId;
    if (!deployments.every(isAsRead)) return false;
    for (const deployment of deployments) this.#latest.set(deployment.firewall.uid, deployment);
    return true;
  }

  async goOn(deployment: Deployment): Promise<void> {
    if (this.isRunKilled) throw new Error('killed');
    const { uid } = deployment.firewall;
    if (this.#latest.get(uid)?.deploymentId === deployment.deploymentId) this.#latest.set(uid, deployment);
  }
}
