import type { Cloud } from '../cloud.ts';
import type { NetworkObject, NetworkObjectGroup } from '../network-objects/network-objects.ts';

const objectsUrl = 'https://api.sse.cisco.com/policies/v2/objects';

/** A network object as the cloud shows it. */
export function objectBody(object: NetworkObject) {
  return { ...storedBody(object), value: object.value, url: `${objectsUrl}/networkObjects/${object.id}` };
}

/** A group as the cloud shows it: its members by id and name, its values whole. */
export function groupBody(group: NetworkObjectGroup, { networkObjects: { objects, groups } }: Cloud) {
  return {
    ...storedBody(group),
    objects: group.objectIds.map((id) => ({ id, name: objects.get(id)?.name ?? '' })),
    groups: group.groupIds.map((id) => ({ id, name: groups.get(id)?.name ?? '' })),
    values: group.values,
    url: `${objectsUrl}/networkObjectGroups/${group.id}`,
  };
}

/** Dates have underscores here, unlike everywhere else in this cloud. */
function storedBody({ id, name, description, createdAt, modifiedAt }: NetworkObject | NetworkObjectGroup) {
  return {
    id,
    name,
    description,
    created_at: createdAt.toISOString(),
    modified_at: modifiedAt.toISOString(),
    modified_by: '11702836',
  };
}
