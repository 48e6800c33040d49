import { randomUUID } from 'node:crypto';
import type { ObjectValue } from './object-value.ts';

/** What objects and groups have in common. */
interface Stored {
  readonly id: string;
  readonly secondaryId: number;
  readonly name: string;
  readonly description: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly version: number;
}

export interface NetworkObject extends Stored, ObjectValue {
  readonly type: 'network';
}

/** An object without a name, in one group only. */
export interface InlineObject extends ObjectValue {
  readonly id: string;
  readonly secondaryId: number;
}

export interface NetworkGroup extends Stored {
  readonly type: 'networkGroup';
  readonly memberObjectIds: readonly string[];
  readonly memberGroupIds: readonly string[];
  readonly inlineObjects: readonly InlineObject[];
}

/** Where an object is used outside of the objects, as its deletion is refused for. */
export interface UsageLocation {
  readonly locationType: 'policy' | 'network_group' | 'firewall_rule' | 'routing_rule' | 'other';
  readonly locationName: string;
  readonly product?: 'sdWan' | 'secureAccess' | 'scc' | undefined;
  readonly count: number;
}

/** The network objects and groups of the organisation. */
export class NetworkObjects {
  readonly #stored = new Map<string, NetworkObject | NetworkGroup>();
  readonly #usedIn = new Map<string, readonly UsageLocation[]>();
  #lastSecondaryId = 10_000;

  /** Adds it, or replaces the one with the same id. */
  put(stored: NetworkObject | NetworkGroup): void {
    this.#stored.set(stored.id, stored);
  }

  delete(id: string): void {
    this.#stored.delete(id);
    this.#usedIn.delete(id);
  }

  find(id: string): NetworkObject | NetworkGroup | undefined {
    return this.#stored.get(id);
  }

  findGroup(id: string): NetworkGroup | undefined {
    const found = this.#stored.get(id);
    return found?.type === 'networkGroup' ? found : undefined;
  }

  /** Names are unique among objects and groups, whatever their case. */
  findByName(name: string): NetworkObject | NetworkGroup | undefined {
    return this.all().find((stored) => stored.name.toLowerCase() === name.toLowerCase());
  }

  all(): readonly (NetworkObject | NetworkGroup)[] {
    return [...this.#stored.values()];
  }

  groups(): readonly NetworkGroup[] {
    return this.all().filter((stored) => stored.type === 'networkGroup');
  }

  /** The groups that it is directly a member of. */
  memberOf(id: string): readonly NetworkGroup[] {
    return this.groups().filter(
      (group) => group.memberGroupIds.includes(id) || group.memberObjectIds.includes(id),
    );
  }

  /** Says where else it is used from now on. */
  use(id: string, locations: readonly UsageLocation[]): void {
    this.#usedIn.set(id, locations);
  }

  usedIn(id: string): readonly UsageLocation[] {
    return this.#usedIn.get(id) ?? [];
  }

  newIds(): { readonly id: string; readonly secondaryId: number } {
    this.#lastSecondaryId += 1;
    return { id: randomUUID(), secondaryId: this.#lastSecondaryId };
  }

  clear(): void {
    this.#stored.clear();
    this.#usedIn.clear();
  }
}
