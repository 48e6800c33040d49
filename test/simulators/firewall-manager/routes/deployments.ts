import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import { startDeployment } from '../firewalls/deploy.ts';
import type { DeploymentRun } from '../firewalls/deployment-runs.ts';
import { pageQuerySchema } from '../page-query.ts';
import type { Route } from '../route.ts';

const devices = '/v1/inventory/devices';
const runs = `${devices}/deployments/runs`;

/** Changes brought onto firewalls, and what became of it. */
export const deploymentRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: `${devices}/asas/{deviceUid}/deploy`,
    callers: 'super-admins',
    handle: deployAsa,
  },
  { method: 'POST', template: `${devices}/ftds/deploy`, callers: 'super-admins', handle: deployFtds },
  { method: 'GET', template: runs, callers: 'everybody', handle: listRuns },
  { method: 'GET', template: `${runs}/{deploymentRunUid}`, callers: 'everybody', handle: readRun },
];

const ftdsSchema = z.strictObject({
  deviceUids: z
    .array(z.uuid())
    .min(1)
    .max(50)
    .refine((uids) => new Set(uids).size === uids.length, 'each device once'),
  description: z.string().optional(),
  deploymentNotes: z.string().optional(),
  ignoreWarnings: z.boolean().default(false),
});
const pageSchema = pageQuerySchema(200);

function deployAsa(_request: ApiRequest, cloud: Cloud, { deviceUid = '' }: PathParameters): Answer {
  const device = cloud.inventory.find(deviceUid);
  if (device?.deviceType !== 'ASA') return serviceError(404, 'Device not found');
  return startDeployment({ type: 'ASA_DEVICE_DEPLOY', devices: [device] }, cloud);
}

function deployFtds(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, ftdsSchema);
  if (!body.ok) return serviceError(400, body.problem);
  const wanted = body.value.deviceUids.map((uid) => cloud.inventory.find(uid));
  const ftds = wanted.flatMap((device) => (device?.deviceType === 'CDFMC_MANAGED_FTD' ? [device] : []));
  if (ftds.length !== wanted.length) return serviceError(400, 'Not a cdFMC-managed FTD');
  const { description, ignoreWarnings } = body.value;
  return startDeployment({ type: 'FTD_DEVICE_DEPLOY', devices: ftds, description, ignoreWarnings }, cloud);
}

function listRuns(request: ApiRequest, cloud: Cloud): Answer {
  const query = pageSchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset } = query.data;
  const all = cloud.deploymentRuns.all();
  return ok({ count: all.length, limit, offset, items: all.slice(offset, offset + limit).map(runBody) });
}

function readRun(_request: ApiRequest, cloud: Cloud, { deploymentRunUid = '' }: PathParameters): Answer {
  const run = cloud.deploymentRuns.find(deploymentRunUid);
  return run ? ok(runBody(run)) : serviceError(404, 'Deployment run not found');
}

function runBody(run: DeploymentRun) {
  const { uid, transactionUid, type, status, failureReason, description, submittedAt } = run;
  return {
    uid,
    name: `run-${uid.slice(0, 8)}`,
    transactionUid,
    deploymentType: type,
    deploymentRunStatus: status,
    submissionTime: submittedAt.toISOString(),
    deviceUids: run.devices.map(({ deviceUid }) => deviceUid),
    deviceDeploymentStatuses: run.devices.map(({ deviceUid, name, status: ofDevice, error }) => ({
      uid: deviceUid,
      name,
      status: ofDevice,
      ...(error === undefined ? {} : { errorMsg: error }),
    })),
    ...(failureReason && { failureReason }),
    ...(description && { description }),
  };
}
