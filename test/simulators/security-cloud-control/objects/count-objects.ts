import type { NetworkGroup, NetworkObjects } from './network-objects.ts';
import type { ObjectSettings } from './object-settings.ts';

/** Levels of nested groups that count towards the limit of a group. */
const levelsCounted = 3;

/** Objects of the organisation as its limit counts them. */
export function countAll(objects: NetworkObjects): number {
  return objects
    .all()
    .reduce((sum, stored) => sum + (stored.type === 'network' ? 1 : stored.inlineObjects.length), 0);
}

/** Objects of a group as its limit counts them. */
export function countInGroup(group: NetworkGroup, objects: NetworkObjects, settings: ObjectSettings): number {
  return countLevels(group, objects, settings.nestedMembers === 'counted' ? levelsCounted : 0);
}

function countLevels(group: NetworkGroup, objects: NetworkObjects, levels: number): number {
  const own = group.inlineObjects.length + group.memberObjectIds.length;
  if (levels === 0) return own;
  return group.memberGroupIds.reduce((sum, id) => {
    const nested = objects.findGroup(id);
    return nested ? sum + countLevels(nested, objects, levels - 1) : sum;
  }, own);
}

/** Every group that contains it, at any depth. */
export function groupsAround(id: string, objects: NetworkObjects): readonly NetworkGroup[] {
  return objects.memberOf(id).flatMap((group) => [group, ...groupsAround(group.id, objects)]);
}
