import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import type { PendingChange } from '../firewalls/pending-changes.ts';
import type { Route } from '../route.ts';
import { accepted } from './transactions.ts';

const template = '/v1/inventory/devices/ftds/{deviceUid}/changes/pending';

/** What is pending on an FTD: worked out by a command, then listed as it was then. */
export const pendingChangeRoutes: readonly Route[] = [
  { method: 'POST', template, callers: 'everybody', handle: workOut },
  { method: 'GET', template, callers: 'everybody', handle: list },
];

function workOut(_request: ApiRequest, cloud: Cloud, { deviceUid = '' }: PathParameters): Answer {
  if (!isFtd(deviceUid, cloud)) return serviceError(404, 'Device not found');
  const carryOut = () => {
    if (cloud.settings.pendingChanges === 'fail') return 'The changes could not be calculated';
    cloud.pendingChanges.workOut(deviceUid);
    return undefined;
  };
  return accepted({ type: 'CALCULATE_FTD_PENDING_CHANGES', carryOut }, cloud);
}

function list(_request: ApiRequest, cloud: Cloud, { deviceUid = '' }: PathParameters): Answer {
  if (!isFtd(deviceUid, cloud)) return serviceError(404, 'Device not found');
  const changes = cloud.pendingChanges.workedOutOn(deviceUid);
  if (cloud.settings.pendingChangesBody === 'list') return ok(changes.map(changeBody));
  return ok({ uid: deviceUid, changeItemType: 'GROUPING_HEADER', children: changes.map(changeBody) });
}

function isFtd(deviceUid: string, cloud: Cloud): boolean {
  return cloud.inventory.find(deviceUid)?.deviceType === 'CDFMC_MANAGED_FTD';
}

/** Each stands below a heading of its type. */
function changeBody({ uid, deviceUid, entityUid, entityType, name, by }: PendingChange) {
  const change = {
    uid,
    deviceUid,
    entityType,
    name,
    changeItemType: 'ENTITY_CHANGE',
    changeType: 'UPDATE',
    lastUpdatedByUsers: [by],
    ...(entityUid && { entityUid }),
  };
  return { uid, deviceUid, entityType, changeItemType: 'GROUPING_HEADER', children: [change] };
}
