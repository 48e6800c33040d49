import type { NetworkGroup, NetworkObject } from './network-group.ts';

/** A group of ours under the configured one: `blocked-01`. */
export interface NumberedGroup {
  readonly number: number;
  readonly group: NetworkGroup;
}

/** A configured group with everything under it, as it was read. */
export interface GroupTree {
  /** As configured. */
  readonly name: string;
  /** The configured group itself; nothing before the first block. */
  readonly parent: NetworkGroup | undefined;
  /** Ours, in the order of their numbers; under the parent, unless it was refused or has to follow. */
  readonly numbered: readonly NumberedGroup[];
  /** Groups that somebody else put under one of these. */
  readonly others: readonly NetworkGroup[];
  /** Network objects that somebody put into one of these. */
  readonly objects: readonly NetworkObject[];
  /** Numbers whose names belong to objects and groups that are not ours. */
  readonly takenNumbers: ReadonlySet<number>;
}

/** All groups of the tree, the parent first. */
export function groupsOf({ parent, numbered, others }: GroupTree): readonly NetworkGroup[] {
  return [...(parent ? [parent] : []), ...numbered.map(({ group }) => group), ...others];
}

export function isAttached({ parent }: GroupTree, group: NetworkGroup): boolean {
  return parent?.memberGroups.some(({ id }) => id === group.id) ?? false;
}

/** Entries in the group itself; those of nested groups are not among them. */
export function sizeOf({ inlineObjects, memberObjects }: NetworkGroup): number {
  return inlineObjects.length + memberObjects.length;
}

/** Entries of the whole tree. */
export function entryCountOf(tree: GroupTree): number {
  return groupsOf(tree).reduce((sum, group) => sum + sizeOf(group), 0);
}

/** The tree after one of its groups was written. */
export function withNumbered(tree: GroupTree, written: NumberedGroup): GroupTree {
  const numbered = [...tree.numbered.filter(({ number }) => number !== written.number), written];
  return { ...tree, numbered: numbered.sort((one, other) => one.number - other.number) };
}

export function withoutNumbered(tree: GroupTree, groupId: string): GroupTree {
  return { ...tree, numbered: tree.numbered.filter(({ group }) => group.id !== groupId) };
}
