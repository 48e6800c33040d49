import { enforcementOfGroup } from '../../../firewalls/enforcement-of-group.ts';
import type { GroupToProve, GroupUsages } from '../../../firewalls/group-usage.ts';
import type { Enforcement } from '../../../iocs/blocking/block-destination.ts';
import { isNonEmpty } from '../../../non-empty.ts';
import { unattachedGroups } from './attach-groups.ts';
import type { GroupTree } from './group-tree.ts';
import { groupsToProve, groupToProve } from './groups-to-prove.ts';

/**
 * What the firewalls make of the tree: unsafe if any of its groups lets through what is in it, else what they make of
 * the parent. Groups that are not under it are told of by {@link groupsWithoutEffect}.
 */
export async function treeEnforcement(tree: GroupTree, usages: GroupUsages): Promise<Enforcement> {
  const groups = groupsToProve(tree);
  const enforcements = await enforcementsOf(groups, usages);
  for (const { uid, name } of groups) {
    const enforcement = enforcements.get(uid);
    if (enforcement?.kind !== 'unsafe') continue;
    const isParent = uid === tree.parent?.id;
    return isParent
      ? enforcement
      : { kind: 'unsafe', reason: `${enforcement.reason} (the group is ${name})` };
  }
  const ofParent = tree.parent && enforcements.get(tree.parent.id);
  return ofParent ?? { kind: 'not-enforced', reason: `not-used: ${withoutParent(tree.name)}` };
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
  const groups = unattachedGroups(tree).map(({ group }) => groupToProve(tree, group));
  const reasons = new Map<string, string>();
  const enforcements = await enforcementsOf(groups, usages);
  for (const { uid, name } of groups) {
    const enforcement = enforcements.get(uid);
    if (enforcement?.kind === 'enforced') continue;
    const isUnused = enforcement === undefined || enforcement.reason.startsWith('not-used:');
    reasons.set(uid, isUnused ? `not-used: ${notTaken(name, tree.name)}` : enforcement.reason);
  }
  return reasons;
}

async function enforcementsOf(
  groups: readonly GroupToProve[],
  usages: GroupUsages,
): Promise<ReadonlyMap<string, Enforcement>> {
  if (!isNonEmpty(groups)) return new Map();
  const byUid = await usages.usagesOf(groups);
  return new Map([...byUid].map(([uid, usage]) => [uid, enforcementOfGroup(usage)]));
}

function withoutParent(name: string): string {
  return `there is no network group ${name} in Security Cloud Control yet; it is made with the first block, and blocks nothing until a deny rule uses it`;
}

function notTaken(name: string, parentName: string): string {
  return `the group ${name} is not in ${parentName}, which takes 1,500 objects with those of its groups; add ${name} to the deny rule too`;
}
