import type { GroupToProve } from '../../../firewalls/group-usage.ts';
import { type GroupTree, isAttached } from './group-tree.ts';
import type { NetworkGroup, ObjectReference } from './network-group.ts';
import type { ObjectsClient } from './objects-client.ts';
import { findByNames, readGroupTree } from './read-group-tree.ts';

/** The configured group and its numbered ones, as the firewalls are asked about them. */
export function groupsToProve(tree: GroupTree): readonly GroupToProve[] {
  return ownGroups(tree).map((group) => groupToProve(tree, group));
}

/** A group with those that it is a member of: a rule that uses one of these uses it. */
export function groupToProve(tree: GroupTree, group: NetworkGroup): GroupToProve {
  const around = new Map<string, ObjectReference>(group.memberOf.map((other) => [other.id, other]));
  if (tree.parent && isAttached(tree, group)) around.set(tree.parent.id, tree.parent);
  const memberOf = [...around.values()].map(({ id, name }) => ({ uid: id, name }));
  return { uid: group.id, name: group.name, memberOf };
}

/**
 * The same, read now: what a deployment is about. None before the first block.
 * @throws ConfigurationProblem, RetryLater, GiveUp as every read does
 */
export async function readGroupsToProve(
  objects: ObjectsClient,
  groupName: string,
): Promise<readonly GroupToProve[]> {
  return groupsToProve(await readGroupTree(objects, groupName, await findByNames(objects, groupName)));
}

function ownGroups({ parent, numbered }: GroupTree): readonly NetworkGroup[] {
  return [...(parent ? [parent] : []), ...numbered.map(({ group }) => group)];
}
