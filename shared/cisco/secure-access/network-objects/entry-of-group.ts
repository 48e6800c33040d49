import { type EntryId, entryIdSchema } from '../../../iocs/blocking/entry-id.ts';
import type { NetworkObjectGroup, NetworkValue } from './network-object-group.ts';

/** An address, network or name that stands in a group by itself. */
export interface EntryOfGroup {
  readonly entryId: EntryId;
  readonly value: string;
}

/**
 * The entries of a group; none where there is no group yet. Objects and groups in it are not looked into: what stands
 * there is somebody's own, and takes neither a release nor a block of ours away.
 */
export function entriesOfGroup(group: NetworkObjectGroup | undefined): readonly EntryOfGroup[] {
  if (!group) return [];
  return group.values.flatMap(({ type, addresses = [] }) =>
    addresses.map((value) => ({ entryId: entryIdOf(group.id, type, value), value })),
  );
}

/** The values of a group without these entries. */
export function valuesWithout(
  { id, values }: NetworkObjectGroup,
  unwanted: ReadonlySet<EntryId>,
): readonly NetworkValue[] {
  return values.flatMap((value) => {
    if (!value.addresses) return [value];
    const kept = value.addresses.filter((address) => !unwanted.has(entryIdOf(id, value.type, address)));
    if (kept.length === value.addresses.length) return [value];
    return kept.length === 0 ? [] : [{ ...value, addresses: kept }];
  });
}

/** Values have no ids: an entry is named by its group, type and value. */
function entryIdOf(groupId: number, type: string, value: string): EntryId {
  return entryIdSchema.parse(`${groupId} ${type} ${value}`);
}
