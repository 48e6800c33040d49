/** How a deployment went on one firewall. */
export interface DeviceDeployment {
  readonly deviceUid: string;
  readonly name: string;
  readonly status: 'IN_PROGRESS' | 'DONE' | 'ERROR';
  readonly error: string | undefined;
}

/** One deployment, as it is kept for good. */
export interface DeploymentRun {
  readonly uid: string;
  readonly transactionUid: string;
  readonly type: 'FTD_DEVICE_DEPLOY' | 'ASA_DEVICE_DEPLOY';
  readonly status: 'DEPLOYING' | 'DEPLOY_COMPLETED' | 'DEPLOY_FAILED';
  readonly failureReason: 'WARNINGS_REJECTED' | 'DEVICE_DEPLOY_FAILED' | undefined;
  readonly description: string | undefined;
  readonly submittedAt: Date;
  readonly devices: readonly DeviceDeployment[];
}

/** Every deployment there was. */
export class DeploymentRuns {
  readonly #byUid = new Map<string, DeploymentRun>();
  readonly #failuresToCome = new Map<string, { times: number; reason: string }>();

  all(): readonly DeploymentRun[] {
    return [...this.#byUid.values()];
  }

  find(uid: string): DeploymentRun | undefined {
    return this.#byUid.get(uid);
  }

  put(run: DeploymentRun): void {
    this.#byUid.set(run.uid, run);
  }

  /** Lets the next deployments to a firewall fail. */
  failNext(deviceUid: string, failure: { times: number; reason: string }): void {
    this.#failuresToCome.set(deviceUid, failure);
  }

  /** Why the deployment that is under way fails there, if it does. */
  takeFailure(deviceUid: string): string | undefined {
    const failure = this.#failuresToCome.get(deviceUid);
    if (!failure || failure.times === 0) return undefined;
    this.#failuresToCome.set(deviceUid, { ...failure, times: failure.times - 1 });
    return failure.reason;
  }

  clear(): void {
    this.#byUid.clear();
    this.#failuresToCome.clear();
  }
}
