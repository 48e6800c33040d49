import { RefusedInput } from '#shared/errors/refused-input.ts';
import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import { consoleUser, editByHand, groupNamed } from '../objects/edit-by-hand.ts';
import type { NetworkGroup, NetworkObject } from '../objects/network-objects.ts';
import {
  type GroupEntriesInput,
  groupEntriesInputSchema,
  type NetworkGroupInput,
  type NetworkObjectInput,
  networkGroupInputSchema,
  networkObjectInputSchema,
  type ObjectUsageInput,
  objectUsageInputSchema,
} from './objects-inputs.ts';

/** What people do with network objects past the API. */
export class ObjectsControl {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Makes a network object, or replaces the one with that name. */
  putObject(input: NetworkObjectInput): void {
    const object = parseInput(networkObjectInputSchema, input);
    this.#cloud.networkObjects.put({ ...this.#stored(object.name), ...object, type: 'network' });
  }

  /** Makes a group, or replaces what the one with that name holds. */
  putGroup(input: NetworkGroupInput): void {
    const { inlineObjects, memberObjects, memberGroups, ...group } = parseInput(
      networkGroupInputSchema,
      input,
    );
    const { networkObjects } = this.#cloud;
    networkObjects.put({
      ...this.#stored(group.name),
      ...group,
      description: group.description,
      type: 'networkGroup',
      inlineObjects: inlineObjects.map((value) => ({ ...networkObjects.newIds(), ...value })),
      memberObjectIds: memberObjects.map((name) => this.#named(name).id),
      memberGroupIds: memberGroups.map((name) => groupNamed(networkObjects.findByName(name), name).id),
    });
  }

  /** Adds entries to a group and takes others out. */
  editGroup(input: GroupEntriesInput): void {
    editByHand(this.#cloud, parseInput(groupEntriesInputSchema, input));
  }

  /** Says where an object or group is used, so that it cannot be deleted. */
  use(input: ObjectUsageInput): void {
    const { name, usageLocations } = parseInput(objectUsageInputSchema, input);
    this.#cloud.networkObjects.use(this.#named(name).id, usageLocations);
  }

  /** Deletes an object or group, used or not; groups that it was in forget it. */
  delete(name: string): void {
    const { networkObjects } = this.#cloud;
    const { id } = this.#named(name);
    for (const group of networkObjects.memberOf(id)) {
      networkObjects.put({
        ...group,
        memberObjectIds: group.memberObjectIds.filter((member) => member !== id),
        memberGroupIds: group.memberGroupIds.filter((member) => member !== id),
        version: group.version + 1,
      });
    }
    networkObjects.delete(id);
  }

  #named(name: string): NetworkObject | NetworkGroup {
    const found = this.#cloud.networkObjects.findByName(name);
    if (!found) throw new RefusedInput(`there is no object or group ${name}`);
    return found;
  }

  /** What everything stored has: as before, or anew. */
  #stored(name: string) {
    const { networkObjects, clock } = this.#cloud;
    const now = clock.now();
    const former = networkObjects.findByName(name);
    const { id, secondaryId } = former ?? networkObjects.newIds();
    return {
      id,
      secondaryId,
      description: undefined,
      createdAt: former?.createdAt ?? now,
      createdBy: former?.createdBy ?? consoleUser,
      updatedAt: now,
      updatedBy: consoleUser,
      version: (former?.version ?? 0) + 1,
    };
  }
}
