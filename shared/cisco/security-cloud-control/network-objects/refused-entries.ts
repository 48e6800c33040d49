import { valuesNamedIn } from '../../../iocs/blocking/values-named-in.ts';
import type { InlineObject } from './network-group.ts';
import type { ObjectsRefusal } from './objects-client.ts';

/** The entries that a refusal names, each with what was said. */
export function refusedEntries(
  { said, text }: ObjectsRefusal,
  entries: readonly InlineObject[],
): ReadonlyMap<string, string> {
  const values = entries.map(({ value }) => value);
  return new Map(valuesNamedIn(said, values).map((value) => [value, text]));
}
