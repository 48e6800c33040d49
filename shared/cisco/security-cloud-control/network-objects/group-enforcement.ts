import { enforcementOfGroup } from '../../../firewalls/enforcement-of-group.ts';
import type { GroupToProve, GroupUsages } from '../../../firewalls/group-usage.ts';
import type { Enforcement } from '../../../iocs/blocking/block-destination.ts';
import { isNonEmpty } from '../../../non-empty.ts';
import { unattachedGroups } from './attach-groups.ts';
import { type GroupTree, isAttached } from './group-tree.ts';
import type { NetworkGroup, ObjectReference } from './network-group.ts';

/**
 * What the firewalls make of the tree: unsafe if any of its groups lets through what is in it, else what they make of
 * the parent. Groups that are not under it are told of by {@link groupsWithoutEffect}.
 */
export async function treeEnforcement(tree: GroupTree, usages: GroupUsages): Promise<Enforcement> {
  const { parent, numbered, name } = tree;
  const groups = [...(parent ? [parent] : []), ...numbered.map(({ group }) => group)];
  const enforcements = await enforcementsOf(tree, groups, usages);
  for (const [groupName, enforcement] of namesWith(groups, enforcements)) {
    if (enforcement.kind === 'unsafe') {
      return groupName === parent?.name
        ? enforcement
        : { kind: 'unsafe', reason: `${enforcement.reason} (the group is ${groupName})` };
    }
  }
  const ofParent = parent && enforcements.get(parent.id);
  return ofParent ?? { kind: 'not-enforced', reason: `not-used: ${withoutParent(name)}` };
}

/**
 * The groups that are not under the parent and that no rule uses by themselves, each with the reason for a person.
 * The firewalls are asked only where there are such groups.
 * @returns by the group's id
 */
export async function groupsWithoutEffect(
  tree: GroupTree,
  usages: GroupUsages,
): Promise<ReadonlyMap<string, string>> {
  const groups = unattachedGroups(tree).map(({ group }) => group);
  const reasons = new Map<string, string>();
  const enforcements = await enforcementsOf(tree, groups, usages);
  for (const { id, name } of groups) {
    const enforcement = enforcements.get(id);
    if (enforcement?.kind === 'enforced') continue;
    const isUnused = enforcement === undefined || enforcement.reason.startsWith('not-used:');
    reasons.set(id, isUnused ? `not-used: ${notTaken(name, tree.name)}` : enforcement.reason);
  }
  return reasons;
}

async function enforcementsOf(
  tree: GroupTree,
  groups: readonly NetworkGroup[],
  usages: GroupUsages,
): Promise<ReadonlyMap<string, Enforcement>> {
  const toProve = groups.map((group) => toBeProved(tree, group));
  if (!isNonEmpty(toProve)) return new Map();
  const byUid = await usages.usagesOf(toProve);
  return new Map([...byUid].map(([uid, usage]) => [uid, enforcementOfGroup(usage)]));
}

function toBeProved(tree: GroupTree, group: NetworkGroup): GroupToProve {
  const around = new Map<string, ObjectReference>(group.memberOf.map((other) => [other.id, other]));
  if (tree.parent && isAttached(tree, group)) around.set(tree.parent.id, tree.parent);
  const memberOf = [...around.values()].map(({ id, name }) => ({ uid: id, name }));
  return { uid: group.id, name: group.name, memberOf };
}

function namesWith(groups: readonly NetworkGroup[], enforcements: ReadonlyMap<string, Enforcement>) {
  return groups.flatMap(({ id, name }) => {
    const enforcement = enforcements.get(id);
    return enforcement ? [[name, enforcement] as const] : [];
  });
}

function withoutParent(name: string): string {
  return `there is no network group ${name} in Security Cloud Control yet; it is made with the first block, and blocks nothing until a deny rule uses it`;
}

function notTaken(name: string, parentName: string): string {
  return `the group ${name} is not in ${parentName}, which takes 1,500 objects with those of its groups; add ${name} to the deny rule too`;
}
