import { type AccessRule, idsIn, type RuleCondition } from '../access-rules.ts';
import type { NetworkObjectGroup } from './network-object-group.ts';

/** A rule that names a group, or one that the group is in. */
export interface RuleUsingGroup extends Omit<AccessRule, 'conditions'> {
  /** Whether it is about traffic to what is in the group, or from it. */
  readonly side: 'source' | 'destination';
  /** Whether the traffic to it has to be to certain services too. */
  readonly isForServicesOnly: boolean;
}

/** Spelled with capitals in the description and in small letters by the console, which shared policies end in `_shared`. */
const groupAttribute = /^umbrella\.(source|destination)\.networkobjectgroupids(_shared)?$/i;

/** A condition of this name joins network objects and services by AND; without it, either is enough. */
const joinedAttribute = 'umbrella.destination.logical_operator';

/** The rules that name one of the groups, once for each side on which they do. */
export function rulesUsingGroups(
  rules: readonly AccessRule[],
  groupIds: ReadonlySet<number>,
): RuleUsingGroup[] {
  const ids = new Set([...groupIds].map(String));
  return rules.flatMap(({ conditions, ...rule }) => {
    const isForServicesOnly = conditions.some(({ attributeName }) => attributeName === joinedAttribute);
    const sides = new Set(conditions.flatMap((condition) => sideOf(condition, ids)));
    return [...sides].map((side) => ({ ...rule, side, isForServicesOnly }));
  });
}

/** The group with all groups that it is in, however deep. */
export function groupIdsAround(groups: readonly NetworkObjectGroup[], groupId: number): ReadonlySet<number> {
  const around = new Set([groupId]);
  for (const id of around) {
    for (const group of groups) if (group.groupIds.includes(id)) around.add(group.id);
  }
  return around;
}

function sideOf({ attributeName, attributeValue }: RuleCondition, ids: ReadonlySet<string>) {
  const [, side] = typeof attributeName === 'string' ? (groupAttribute.exec(attributeName) ?? []) : [];
  if (side === undefined || ![...idsIn(attributeValue)].some((id) => ids.has(id))) return [];
  return [side.toLowerCase() === 'source' ? ('source' as const) : ('destination' as const)];
}
