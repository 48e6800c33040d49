import type { Answer } from '../../http/answer.ts';
import { created, ok } from '../../http/answer.ts';
import type { Cloud } from '../cloud.ts';
import { countAll, countInGroup, groupsAround } from './count-objects.ts';
import type { InlineObject, NetworkGroup } from './network-objects.ts';
import { writtenBody } from './object-bodies.ts';
import { objectError } from './object-error.ts';
import type { GroupRequest } from './object-requests.ts';
import type { ObjectValue } from './object-value.ts';

/** Who changes objects through the API, as the audit fields have it. */
export const apiUser = 'api-key@acme.example';

/** Makes a group, or changes `former`, unless a name, a member or a limit is against it. */
export function writeGroup(cloud: Cloud, request: GroupRequest, former?: NetworkGroup): Answer {
  const { networkObjects: objects, settings } = cloud;
  const namesake = objects.findByName(request.name);
  if (namesake && namesake.id !== former?.id) {
    return objectError(409, `An object or group named ${request.name} already exists`, { field: 'name' });
  }
  const group = groupAfter(cloud, request, former);
  const unknown = [...group.memberObjectIds, ...group.memberGroupIds].find((id) => !objects.find(id));
  if (unknown !== undefined) return objectError(400, `Member ${unknown} does not exist`);
  const isEmpty = [group.memberObjectIds, group.memberGroupIds, group.inlineObjects].every(
    ({ length }) => length === 0,
  );
  if (isEmpty && settings.emptyGroups === 'refused') return objectError(400, 'A group must not be empty');

  if (former) objects.put(group);
  else if (objects.groups().length >= settings.mostGroups) {
    return objectError(422, `An organization cannot have more than ${settings.mostGroups} network groups`);
  } else objects.put(group);
  const overLimit = limitExceeded(cloud, group);
  if (overLimit === undefined) {
    const body = writtenBody(group, objects, settings.writtenGroups);
    return former ? ok(body) : created(body);
  }
  if (former) objects.put(former);
  else objects.delete(group.id);
  return objectError(422, overLimit);
}

/** Which limit is exceeded while the group is stored as it is. */
function limitExceeded({ networkObjects, settings }: Cloud, group: NetworkGroup): string | undefined {
  const tooLarge = [group, ...groupsAround(group.id, networkObjects)].find(
    (candidate) => countInGroup(candidate, networkObjects, settings) > settings.mostObjectsPerGroup,
  );
  if (tooLarge) {
    return `Group ${tooLarge.name} cannot contain more than ${settings.mostObjectsPerGroup} objects`;
  }
  if (countAll(networkObjects) <= settings.mostObjects) return undefined;
  return `An organization cannot have more than ${settings.mostObjects} network objects`;
}

function groupAfter(
  { networkObjects, settings, clock }: Cloud,
  request: GroupRequest,
  former: NetworkGroup | undefined,
): NetworkGroup {
  const now = clock.now();
  const isMerged = former !== undefined && settings.groupPatch === 'merge';
  const inline = (values: readonly ObjectValue[]): InlineObject[] =>
    values.map(({ subtype, value }) => ({ ...networkObjects.newIds(), subtype, value }));
  const ids = (wanted: readonly string[] | undefined, there: readonly string[] = []) =>
    wanted === undefined ? there : [...new Set(isMerged ? [...there, ...wanted] : wanted)];
  const kept = former?.inlineObjects ?? [];
  const wanted = request.inlineObjects;
  const fresh = wanted?.filter(
    ({ subtype, value }) => !kept.some((there) => there.subtype === subtype && there.value === value),
  );
  return {
    ...(former ?? networkObjects.newIds()),
    type: 'networkGroup',
    name: request.name,
    description: request.description ?? former?.description,
    memberObjectIds: ids(request.memberObjects, former?.memberObjectIds),
    memberGroupIds: ids(request.memberGroups, former?.memberGroupIds),
    // Replaced as a whole, so that even what stays has another id.
    inlineObjects: isMerged ? [...kept, ...inline(fresh ?? [])] : wanted ? inline(wanted) : kept,
    createdAt: former?.createdAt ?? now,
    createdBy: former?.createdBy ?? apiUser,
    updatedAt: now,
    updatedBy: apiUser,
    version: (former?.version ?? 0) + 1,
  };
}
