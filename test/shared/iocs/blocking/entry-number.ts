import { type EntryId, entryIdSchema } from '#shared/iocs/blocking/entry-id.ts';

/** The id of an entry at a destination that numbers its entries, as a destination list does. */
export function entryNumber(number: number): EntryId {
  return entryIdSchema.parse(String(number));
}
