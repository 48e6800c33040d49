import { type EntryId, entryIdSchema } from '../../../iocs/blocking/entry-id.ts';
import { type GroupTree, groupsOf } from './group-tree.ts';
import type { InlineObject, NetworkGroup } from './network-group.ts';

/** An entry with the group that it stands in. */
export interface EntryOfGroup {
  readonly entryId: EntryId;
  readonly value: string;
  readonly group: NetworkGroup;
}

/**
 * Names an entry by its group and value. Inline objects have ids, but nothing says that they outlive a change of
 * their group.
 */
export function entryIdOf(groupId: string, { subtype, value }: InlineObject): EntryId {
  return entryIdSchema.parse(`${groupId} ${subtype} ${value}`);
}

/** The entries of one group of the tree: those inline, and the network objects that somebody put there. */
export function entriesOfGroup({ objects }: GroupTree, group: NetworkGroup): readonly EntryOfGroup[] {
  const members = new Set(group.memberObjects.map(({ id }) => id));
  return [
    ...group.inlineObjects.map((inline) => ({
      entryId: entryIdOf(group.id, inline),
      value: inline.value,
      group,
    })),
    ...objects
      .filter(({ id }) => members.has(id))
      .map(({ id, value }) => ({ entryId: entryIdSchema.parse(`${group.id} object ${id}`), value, group })),
  ];
}

export function entriesOfTree(tree: GroupTree): readonly EntryOfGroup[] {
  return groupsOf(tree).flatMap((group) => entriesOfGroup(tree, group));
}
