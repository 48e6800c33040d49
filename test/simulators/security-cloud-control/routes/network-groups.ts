import type { Answer } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { deleteObject } from '../objects/delete-object.ts';
import { objectsRoute } from '../objects/in-objects.ts';
import { objectError } from '../objects/object-error.ts';
import { groupRequestSchema } from '../objects/object-requests.ts';
import { writeGroup } from '../objects/write-group.ts';
import type { OpenRoute } from '../route.ts';

/** Network groups: made, changed and deleted. Network objects by themselves are made by the control only. */
export const networkGroupRoutes: readonly OpenRoute[] = [
  objectsRoute('POST', '/networkGroups', (request, cloud) => written(request, cloud)),
  objectsRoute('PATCH', '/networkGroups/{id}', change),
  objectsRoute('DELETE', '/networkGroups/{id}', remove),
];

function change(request: ApiRequest, cloud: Cloud, { id = '' }: PathParameters): Answer {
  const group = cloud.networkObjects.findGroup(id);
  return group ? written(request, cloud, group) : objectError(404);
}

function remove(_request: ApiRequest, { networkObjects }: Cloud, { id = '' }: PathParameters): Answer {
  const group = networkObjects.findGroup(id);
  return group ? deleteObject(group, networkObjects) : objectError(404);
}

function written(request: ApiRequest, cloud: Cloud, former?: Parameters<typeof writeGroup>[2]): Answer {
  const body = parseJsonBody(request, groupRequestSchema);
  return body.ok ? writeGroup(cloud, body.value, former) : objectError(400, body.problem);
}
