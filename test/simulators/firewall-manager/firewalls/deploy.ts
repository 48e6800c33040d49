import { randomUUID } from 'node:crypto';
import type { Answer } from '../../http/answer.ts';
import type { Cloud } from '../cloud.ts';
import { accepted } from '../routes/transactions.ts';
import type { Command } from '../transactions.ts';
import type { DeploymentRun, DeviceDeployment } from './deployment-runs.ts';

/** What is to be deployed together. */
export interface WantedDeployment {
  readonly type: DeploymentRun['type'];
  readonly devices: readonly { readonly uid: string; readonly name: string }[];
  readonly description?: string | undefined;
  readonly ignoreWarnings?: boolean | undefined;
}

const commandTypes = {
  ASA_DEVICE_DEPLOY: 'DEPLOY_ASA_DEVICE_CHANGES',
  FTD_DEVICE_DEPLOY: 'DEPLOY_FTD_DEVICE_CHANGES',
} as const satisfies Record<DeploymentRun['type'], Command['type']>;

/** Starts a deployment of everything that is pending on these firewalls now, whoever changed it. */
export function startDeployment(wanted: WantedDeployment, cloud: Cloud): Answer {
  const { type, devices, description, ignoreWarnings = false } = wanted;
  const uid = randomUUID();
  const taken = devices.map((device) => ({ device, changes: cloud.pendingChanges.on(device.uid) }));
  const carryOut = () => {
    const started = cloud.deploymentRuns.find(uid);
    if (!started) return 'The deployment is not known any more';
    const isHeldUp = cloud.settings.deploymentWarnings === 'found' && !ignoreWarnings;
    const ends = taken.map(({ device, changes }): DeviceDeployment => {
      const error = isHeldUp ? 'Pre-validation found warnings' : cloud.deploymentRuns.takeFailure(device.uid);
      if (error === undefined) cloud.pendingChanges.deployed(changes);
      return { deviceUid: device.uid, name: device.name, status: error ? 'ERROR' : 'DONE', error };
    });
    const error = ends.find((end) => end.error !== undefined)?.error;
    const failure = isHeldUp ? 'WARNINGS_REJECTED' : 'DEVICE_DEPLOY_FAILED';
    cloud.deploymentRuns.put({
      ...started,
      devices: ends,
      status: error === undefined ? 'DEPLOY_COMPLETED' : 'DEPLOY_FAILED',
      failureReason: error === undefined ? undefined : failure,
    });
    return error;
  };
  const seconds = cloud.settings.deploymentSeconds;
  return accepted({ type: commandTypes[type], carryOut }, cloud, {
    seconds,
    onStart: (transactionUid) =>
      cloud.deploymentRuns.put({
        uid,
        transactionUid,
        type,
        description,
        status: 'DEPLOYING',
        failureReason: undefined,
        submittedAt: cloud.clock.now(),
        devices: devices.map((device) => ({
          deviceUid: device.uid,
          name: device.name,
          status: 'IN_PROGRESS',
          error: undefined,
        })),
      }),
  });
}
