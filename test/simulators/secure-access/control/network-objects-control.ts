import { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import type { NetworkObject, NetworkObjectGroup } from '../network-objects/network-objects.ts';
import { addressOf, networkValueSchema } from '../network-objects/network-value.ts';

const nameSchema = z.string().min(1);

/** A network object as a person would make it. */
export const networkObjectInputSchema = z.strictObject({ name: nameSchema, value: networkValueSchema });

/** A group as a person would make it, or put in the place of the one with that name. */
export const networkObjectGroupInputSchema = z.strictObject({
  name: nameSchema,
  values: z.array(networkValueSchema).default([]),
  objects: z.array(nameSchema).default([]).describe('Network objects by name; they must exist.'),
  groups: z.array(nameSchema).default([]).describe('Groups by name; they must exist.'),
});

/** What a person adds to a group or takes out of it. */
export const groupValuesInputSchema = z.strictObject({
  name: nameSchema,
  add: z.array(networkValueSchema).default([]),
  remove: z.array(z.string()).default([]).describe('Addresses.'),
});

/** Groups at a glance. */
export interface NetworkObjectsState {
  /** Network objects as the organisation's limit counts them, those that stand in groups without a name included. */
  readonly networkObjects: number;
  readonly networkObjectGroups: readonly {
    readonly id: number;
    readonly name: string;
    /** Addresses that stand in it without a name. */
    readonly values: readonly string[];
    /** Names of the objects and groups in it. */
    readonly members: readonly string[];
  }[];
}

/** What people do with network objects past the API. Each method throws `RefusedInput` for wrong input. */
export class NetworkObjectsControl {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Makes a network object, or replaces the one with that name. */
  putObject(input: z.input<typeof networkObjectInputSchema>): void {
    const { name, value } = parseInput(networkObjectInputSchema, input);
    const { networkObjects } = this.#cloud;
    const stored = this.#stored(name, networkObjects.objectNamed(name));
    networkObjects.objects.set(stored.id, { ...stored, value });
  }

  /** Makes a group, or replaces what the one with that name holds; gives its id. */
  putGroup(input: z.input<typeof networkObjectGroupInputSchema>): number {
    const { name, values, objects, groups } = parseInput(networkObjectGroupInputSchema, input);
    const { networkObjects } = this.#cloud;
    const stored = this.#stored(name, networkObjects.groupNamed(name));
    networkObjects.groups.set(stored.id, {
      ...stored,
      values,
      objectIds: objects.map((object) => found(networkObjects.objectNamed(object), object).id),
      groupIds: groups.map((group) => found(networkObjects.groupNamed(group), group).id),
    });
    return stored.id;
  }

  /** Adds values to a group and takes others out. */
  editGroup(input: z.input<typeof groupValuesInputSchema>): void {
    const { name, add, remove } = parseInput(groupValuesInputSchema, input);
    const { networkObjects, clock } = this.#cloud;
    const group = found(networkObjects.groupNamed(name), name);
    const kept = group.values.filter((value) => !remove.includes(addressOf(value)));
    networkObjects.groups.set(group.id, { ...group, values: [...kept, ...add], modifiedAt: clock.now() });
  }

  /** Deletes a group, used or not; groups that it was in forget it. */
  deleteGroup(name: string): void {
    const { groups } = this.#cloud.networkObjects;
    const { id } = found(this.#cloud.networkObjects.groupNamed(name), name);
    groups.delete(id);
    for (const group of [...groups.values()]) {
      groups.set(group.id, { ...group, groupIds: group.groupIds.filter((member) => member !== id) });
    }
  }

  state(): NetworkObjectsState {
    const { networkObjects } = this.#cloud;
    return {
      networkObjects: networkObjects.count(),
      networkObjectGroups: [...networkObjects.groups.values()].map((group) => ({
        id: group.id,
        name: group.name,
        values: group.values.map(addressOf),
        members: [
          ...group.objectIds.flatMap((id) => networkObjects.objects.get(id)?.name ?? []),
          ...group.groupIds.flatMap((id) => networkObjects.groups.get(id)?.name ?? []),
        ],
      })),
    };
  }

  #stored(name: string, former: NetworkObject | NetworkObjectGroup | undefined) {
    const now = this.#cloud.clock.now();
    const { id = this.#cloud.networkObjects.newId(), description = '', createdAt = now } = former ?? {};
    return { id, name, description, createdAt, modifiedAt: now };
  }
}

function found<T>(stored: T | undefined, name: string): T {
  if (stored !== undefined) return stored;
  throw new RefusedInput(
    `there is no ${name}; make it with POST /_control/network-objects or /_control/network-object-groups`,
  );
}
