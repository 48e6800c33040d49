import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import type { GroupUsages } from '../../../firewalls/group-usage.ts';
import type { AddAnswer, BlockDestination, FoundEntry } from '../../../iocs/blocking/block-destination.ts';
import { isNonEmpty } from '../../../non-empty.ts';
import { type Addition, addToGroups } from './add-to-groups.ts';
import { acceptedAddition, refusedAddition } from './addition-answer.ts';
import { type EntryOfGroup, entriesOfGroup } from './entry-of-group.ts';
import { groupsWithoutEffect, treeEnforcement } from './group-enforcement.ts';
import { entryCountOf, groupsOf } from './group-tree.ts';
import { GroupTreeReader } from './group-tree-reader.ts';
import { inlineObjectOf } from './inline-object.ts';
import type { InlineObject } from './network-group.ts';
import type { ObjectsClient } from './objects-client.ts';
import { organisationObjectCount } from './organisation-object-count.ts';
import { removeFromGroups } from './remove-from-groups.ts';
import { searchTree } from './search-tree.ts';
import type { Warn } from './watched-change.ts';

/** The API names no number for a call; ten full groups are what a request of the largest kind fills. */
const mostEntriesPerCall = 15_000;

/**
 * A network group of Security Cloud Control's common objects as a place to block; the vendor's words end here. The
 * entries stand inline in numbered groups of up to 1,500, which are members of the configured one: 4,000 addresses
 * where there is nothing yet are a search, three groups and their parent, five calls.
 */
export function networkGroupDestination(options: {
  objects: ObjectsClient;
  /** As configured; at most 32 characters. */
  groupName: string;
  usages: GroupUsages;
  warn: Warn;
}): BlockDestination {
  const { objects, groupName, usages, warn } = options;
  const reader = new GroupTreeReader(objects, groupName);

  return {
    mostEntriesPerAdd: mostEntriesPerCall,
    mostEntriesPerRemove: mostEntriesPerCall,
    // A group has a description, its entries have none.
    keepsComments: false,
    takesEffect: 'when-deployed',

    async inspect() {
      const tree = await reader.read();
      return {
        enforcement: await treeEnforcement(tree, usages),
        entryCount: entryCountOf(tree),
        organisationEntryCount: await organisationObjectCount(objects),
      };
    },

    async add(entries) {
      const known = new Map<string, InlineObject>();
      const unknown = new Map<string, string>();
      for (const { indicator } of entries) {
        const inline = inlineObjectOf(indicator);
        if (inline) known.set(inline.value, inline);
        else unknown.set(indicator.value, 'a network group holds addresses, networks and names only');
      }
      const before = await reader.readToWrite();
      const there = searchTree(before, [...known.values()]);
      const missing = [...known.values()].filter(({ value }) => !there.has(value));
      const addition = await writeOnce((wrote) => addToGroups(objects, before, missing, { wrote, warn }));
      reader.keep(addition.tree);
      if (unknown.size > 0) return refusedTypes(unknown);
      const { tree, refusal } = addition;
      if (refusal) return refusedAddition(refusal, missing);
      return acceptedAddition(tree, entries, await groupsWithoutEffect(tree, usages));
    },

    async count() {
      return entryCountOf(await reader.read());
    },

    async find(wanted) {
      const tree = await reader.read();
      const withoutEffect = await groupsWithoutEffect(tree, usages);
      const found = [...searchTree(tree, wanted)].map(
        ([value, entry]) => [value, foundEntry(entry, withoutEffect)] as const,
      );
      return { entries: new Map(found), entryCount: entryCountOf(tree) };
    },

    async *entries() {
      const tree = await reader.read();
      const withoutEffect = await groupsWithoutEffect(tree, usages);
      for (const group of groupsOf(tree)) {
        const found = entriesOfGroup(tree, group).map((entry) => foundEntry(entry, withoutEffect));
        if (isNonEmpty(found)) yield found;
      }
    },

    async remove(entryIds) {
      const before = await reader.readToWrite();
      try {
        const after = await removeFromGroups(objects, before, entryIds, warn);
        return entryCountOf(reader.keep(after));
      } catch (error) {
        reader.forget();
        throw error;
      }
    },
  };

  /** A failure after the first write leaves open what is there, whatever it was. */
  async function writeOnce(write: (wrote: () => void) => Promise<Addition>): Promise<Addition> {
    let hasWritten = false;
    try {
      return await write(() => {
        hasWritten = true;
      });
    } catch (cause) {
      reader.forget();
      if (!hasWritten || cause instanceof OutcomeUnknown) throw cause;
      const why = cause instanceof Error ? cause.message : 'no reason is known';
      throw new OutcomeUnknown(`A part of the entries of ${groupName} was written, then it failed: ${why}`, {
        cause,
      });
    }
  }
}

function refusedTypes(refused: ReadonlyMap<string, string>): AddAnswer {
  return { kind: 'refused', reason: 'not all of them are addresses, networks or names', refused };
}

function foundEntry(
  { entryId, value, group }: EntryOfGroup,
  withoutEffect: ReadonlyMap<string, string>,
): FoundEntry {
  return { entryId, value, comment: undefined, notEnforcedBecause: withoutEffect.get(group.id) };
}
