import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { Cloud } from '../cloud.ts';
import type { NetworkGroup } from './network-objects.ts';
import type { ObjectValue } from './object-value.ts';

/** Who changes objects in the console, as the audit fields have it. */
export const consoleUser = 'ada@acme.example';

/** What a person does to the entries of a group, by name. */
export interface EditByHand {
  readonly name: string;
  readonly add: readonly ObjectValue[];
  /** Values of entries. */
  readonly remove: readonly string[];
}

/** Another person adds entries to a group, or takes some out. */
export function editByHand({ networkObjects, clock }: Cloud, { name, add, remove }: EditByHand): void {
  const group = groupNamed(networkObjects.findByName(name), name);
  networkObjects.put({
    ...group,
    inlineObjects: [
      ...group.inlineObjects.filter(({ value }) => !remove.includes(value)),
      ...add.map((value) => ({ ...networkObjects.newIds(), ...value })),
    ],
    updatedAt: clock.now(),
    updatedBy: consoleUser,
    version: group.version + 1,
  });
}

/** The group of that name, which must be there. */
export function groupNamed(
  found: { readonly type: string } | NetworkGroup | undefined,
  name: string,
): NetworkGroup {
  if (found && 'inlineObjects' in found) return found;
  throw new RefusedInput(`there is no group ${name}; make one with POST /_control/network-groups`);
}
