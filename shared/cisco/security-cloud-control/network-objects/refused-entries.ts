import type { InlineObject } from './network-group.ts';
import type { ObjectsRefusal } from './objects-client.ts';

/** What an address, network or name may consist of: a value counts as named where none of these goes on with it. */
const partOfValue = /[\w.:/-]/;

/**
 * The entries that a refusal names. The form in which it would is not documented: a value that stands by itself in what
 * was said counts.
 */
export function refusedEntries(
  { said, text }: ObjectsRefusal,
  entries: readonly InlineObject[],
): ReadonlyMap<string, string> {
  return new Map(entries.filter(({ value }) => isNamed(said, value)).map(({ value }) => [value, text]));
}

function isNamed(said: string, value: string): boolean {
  for (let at = said.indexOf(value); at >= 0; at = said.indexOf(value, at + 1)) {
    const before = said[at - 1] ?? ' ';
    const rest = said.slice(at + value.length, at + value.length + 2);
    // A dot or colon that ends the sentence is no part of the value.
    const goesOn = partOfValue.test(rest[0] ?? ' ') && !/^[.:](\s|$)/.test(rest);
    if (!partOfValue.test(before) && !goesOn) return true;
  }
  return false;
}
