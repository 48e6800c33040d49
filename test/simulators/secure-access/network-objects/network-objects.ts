import type { NetworkValue } from './network-value.ts';

/** What objects and groups have in common. */
interface Stored {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
}

export interface NetworkObject extends Stored {
  readonly value: NetworkValue;
}

export interface NetworkObjectGroup extends Stored {
  readonly objectIds: readonly number[];
  readonly groupIds: readonly number[];
  /** Objects without a name, in this group only. */
  readonly values: readonly NetworkValue[];
}

const firstId = 4_501;

/** The network objects and groups of the organisation. */
export class NetworkObjects {
  readonly objects = new Map<number, NetworkObject>();
  readonly groups = new Map<number, NetworkObjectGroup>();
  #nextId = firstId;

  newId(): number {
    const id = this.#nextId;
    this.#nextId += 1;
    return id;
  }

  groupNamed(name: string): NetworkObjectGroup | undefined {
    return this.groups.values().find((group) => group.name === name);
  }

  objectNamed(name: string): NetworkObject | undefined {
    return this.objects.values().find((object) => object.name === name);
  }

  /** As the limit of the organisation counts: those in groups included. */
  count(): number {
    return this.groups.values().reduce((sum, { values }) => sum + values.length, this.objects.size);
  }

  clear(): void {
    this.objects.clear();
    this.groups.clear();
    this.#nextId = firstId;
  }
}
