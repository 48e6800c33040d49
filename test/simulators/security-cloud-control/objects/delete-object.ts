import { type Answer, noContent } from '../../http/answer.ts';
import type { NetworkGroup, NetworkObject, NetworkObjects } from './network-objects.ts';
import { objectError } from './object-error.ts';

/** Deletes an object or group that nothing uses, else says where it is used. */
export function deleteObject(stored: NetworkObject | NetworkGroup, objects: NetworkObjects): Answer {
  const groups = objects.memberOf(stored.id);
  const inGroups = {
    locationType: 'network_group',
    locationName: 'Network Groups',
    product: 'scc',
    count: groups.length,
    items: groups.map(({ id, name }) => ({ id, name, type: 'network_group' })),
  };
  const usageLocations = [...(groups.length > 0 ? [inGroups] : []), ...objects.usedIn(stored.id)];
  if (usageLocations.length > 0) {
    return objectError(409, `${stored.name} is in use and cannot be deleted`, {
      objectId: stored.id,
      objectName: stored.name,
      objectType: stored.type === 'network' ? 'network_object' : 'network_group',
      usageLocations,
    });
  }
  objects.delete(stored.id);
  return noContent;
}
