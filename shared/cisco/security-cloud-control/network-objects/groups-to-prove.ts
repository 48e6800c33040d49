import type { GroupToProve } from '../../../firewalls/group-usage.ts';
import { type GroupTree, groupsOf, isAttached } from './group-tree.ts';
import type { NetworkGroup, ObjectReference } from './network-group.ts';
import type { ObjectsClient } from './objects-client.ts';
import { findByNames, readGroupTree } from './read-group-tree.ts';

/** The configured group and its numbered ones, as the firewalls are asked about them. */
export function groupsToProve(tree: GroupTree): readonly GroupToProve[] {
  return ownGroups(tree).map((group) => groupToProve(tree, group));
}

/**
 * A group with those that it is a member of: a rule that uses one of these uses it. It counts as changed when anything
 * of the tree was: the rule mostly names the parent, which has another effect with each change of its members. Where
 * the API shows no dates the change counts as old, and what the firewalls are said to have is believed; so it is with
 * groups around the parent, of which the API gives names only.
 */
export function groupToProve(tree: GroupTree, group: NetworkGroup): GroupToProve {
  const around = new Map<string, ObjectReference>(group.memberOf.map((other) => [other.id, other]));
  if (tree.parent && isAttached(tree, group)) around.set(tree.parent.id, tree.parent);
  const memberOf = [...around.values()].map(({ id, name }) => ({ uid: id, name }));
  return { uid: group.id, name: group.name, memberOf, changedAt: lastChangeOf(tree) };
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

/** The latest change of what stands in the tree; `undefined` where no date is shown. */
function lastChangeOf(tree: GroupTree): Date | undefined {
  const dates = [
    ...groupsOf(tree).map(({ updatedAt }) => updatedAt),
    ...tree.objects.map(({ metadata }) => metadata?.updatedAt),
  ];
  const shown = dates.filter((date) => date !== undefined);
  return shown.sort((one, other) => other.getTime() - one.getTime())[0];
}
