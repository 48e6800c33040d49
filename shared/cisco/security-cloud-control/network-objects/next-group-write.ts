import type { GroupTree, NumberedGroup } from './group-tree.ts';
import { isAttached, sizeOf } from './group-tree.ts';
import type { InlineObject } from './network-group.ts';
import { highestGroupNumber } from './numbered-group-name.ts';
import { mostObjectsPerGroup } from './object-limits.ts';

/** Where the next entries go, as many as have room there. */
export type GroupWritePlan =
  | { readonly kind: 'change'; readonly into: NumberedGroup; readonly entries: readonly InlineObject[] }
  | { readonly kind: 'create'; readonly number: number; readonly entries: readonly InlineObject[] }
  /** Every number is taken. */
  | { readonly kind: 'no-number-left' };

/**
 * Decides on the next write; pure. What is there is filled before a further group is made, and groups that are under
 * the parent before those that are not, so that the fewest groups are written and the most entries have an effect.
 * @param full ids of groups that were refused more, whatever their size
 */
export function nextGroupWrite(
  tree: GroupTree,
  pending: readonly InlineObject[],
  full: ReadonlySet<string>,
): GroupWritePlan {
  const open = tree.numbered.filter(
    ({ number, group }) => !full.has(group.id) && sizeOf(group) < capacityOf(tree, number),
  );
  const into = open.find(({ group }) => isAttached(tree, group)) ?? open[0];
  if (into) {
    const room = capacityOf(tree, into.number) - sizeOf(into.group);
    return { kind: 'change', into, entries: pending.slice(0, room) };
  }
  const number = freeNumber(tree);
  if (number === undefined) return { kind: 'no-number-left' };
  return { kind: 'create', number, entries: pending.slice(0, capacityOf(tree, number)) };
}

/**
 * What a numbered group takes. The first leaves room for what somebody put into the parent itself: if the platform
 * counts nested objects, the parent takes the first group and no other.
 */
function capacityOf({ parent, others }: GroupTree, number: number): number {
  const ofParent = (parent ? sizeOf(parent) : 0) + others.reduce((sum, group) => sum + sizeOf(group), 0);
  return number === 1 && ofParent < mostObjectsPerGroup
    ? mostObjectsPerGroup - ofParent
    : mostObjectsPerGroup;
}

function freeNumber({ numbered, takenNumbers }: GroupTree): number | undefined {
  const used = new Set([...takenNumbers, ...numbered.map(({ number }) => number)]);
  for (let number = 1; number <= highestGroupNumber; number++) if (!used.has(number)) return number;
  return undefined;
}
