import type { BlockDestination, FoundEntry } from '../../../iocs/blocking/block-destination.ts';
import { searchEntries } from '../../../iocs/blocking/search-entries.ts';
import { isNonEmpty } from '../../../non-empty.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { additionAnswer, additionToGroup } from './addition-to-group.ts';
import { countNetworkObjects } from './count-network-objects.ts';
import { type EntryOfGroup, entriesOfGroup } from './entry-of-group.ts';
import { enforcementWithoutGroup, readGroupEnforcement } from './group-enforcement.ts';
import { GroupReader } from './group-reader.ts';
import type { NetworkObjectGroup, NetworkValue } from './network-object-group.ts';
import { removeFromGroup } from './remove-from-group.ts';
import { createNetworkObjectGroup, type GroupWrite, replaceNetworkObjectGroup } from './write-groups.ts';

/** The API names no number for a call, and each change sends the whole group anyhow. */
const mostEntriesPerCall = 10_000;

/**
 * A network object group of Secure Access as a place to block; the vendor's words end here. The entries stand in the
 * group as values without a name. However many they are, they are one read and one write.
 */
export function networkObjectGroupDestination(options: {
  client: AuthorisedClient;
  /** As configured; the group is made with the first entries where there is none of that name. */
  groupName: string;
}): BlockDestination {
  const { client, groupName } = options;
  const reader = new GroupReader(client, groupName);

  return {
    mostEntriesPerAdd: mostEntriesPerCall,
    mostEntriesPerRemove: mostEntriesPerCall,
    // A group has a description, its values have none.
    keepsComments: false,
    takesEffect: 'at-once',

    async inspect() {
      const { groups, own } = await reader.readAll();
      return {
        enforcement: own
          ? await readGroupEnforcement(client, own, groups)
          : enforcementWithoutGroup(groupName),
        entryCount: entriesOfGroup(own).length,
        organisationEntryCount: await countNetworkObjects(client, groups),
      };
    },

    async add(entries) {
      const before = await reader.read();
      const addition = additionToGroup(before, entries);
      const values = [...addition.missing.values()];
      const write = values.length > 0 ? await writeInto(before, values) : undefined;
      if (write?.kind === 'written') reader.keep(write.group);
      return additionAnswer(addition, before, write);
    },

    async count() {
      return entriesOfGroup(await reader.read()).length;
    },

    async find(wanted) {
      const entries = entriesOfGroup(await reader.read());
      const found = [...searchEntries(entries, wanted)].map(
        ([value, entry]) => [value, foundEntry(entry)] as const,
      );
      return { entries: new Map(found), entryCount: entries.length };
    },

    async *entries() {
      const found = entriesOfGroup(await reader.read()).map(foundEntry);
      if (isNonEmpty(found)) yield found;
    },

    async remove(entryIds) {
      const before = await reader.read();
      return entriesOfGroup(before && (await removeFromGroup(client, before, entryIds))).length;
    },
  };

  function writeInto(
    before: NetworkObjectGroup | undefined,
    values: readonly NetworkValue[],
  ): Promise<GroupWrite> {
    if (before) {
      const content = { ...before, values: [...before.values, ...values] };
      return replaceNetworkObjectGroup(client, before.id, content);
    }
    return createNetworkObjectGroup(client, {
      name: groupName,
      description: 'Blocked by SCC Automations. What is added here by hand stays.',
      objectIds: [],
      groupIds: [],
      values,
    });
  }
}

function foundEntry({ entryId, value }: EntryOfGroup): FoundEntry {
  return { entryId, value, comment: undefined };
}
