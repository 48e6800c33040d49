import type { Destination, DestinationType } from './destination.ts';

/** What a list shows of itself beside its destinations. */
export interface DestinationListProperties {
  readonly id: number;
  readonly name: string;
  readonly access: ListAccess;
  readonly isGlobal: boolean;
  readonly markedForDeletion: boolean;
}

/** Values that can be set on creation; the policy ignores them all. `thirdparty_block` can only be read. */
export const creatableAccesses = ['allow', 'block', 'url_proxy', 'no_decrypt', 'warn', 'none'] as const;
export const listAccesses = [...creatableAccesses, 'thirdparty_block'] as const;
export type ListAccess = (typeof listAccesses)[number];

/**
 * One destination list. Adding, removing and counting cost as much as the entries named,
 * however long the list is.
 */
export class DestinationList {
  readonly #byId = new Map<number, Destination>();
  readonly #byValue = new Map<string, Destination>();
  readonly #counts = new Map<DestinationType, number>();
  readonly createdAt: Date;
  modifiedAt: Date;
  properties: DestinationListProperties;
  /** The entries in order of storing; rebuilt at the first page read after a removal. */
  #order: Destination[] | undefined;

  constructor(properties: DestinationListProperties, createdAt: Date) {
    this.properties = properties;
    this.createdAt = createdAt;
    this.modifiedAt = createdAt;
  }

  get size(): number {
    return this.#byId.size;
  }

  has(value: string): boolean {
    return this.#byValue.has(value);
  }

  count(type: DestinationType): number {
    return this.#counts.get(type) ?? 0;
  }

  add(destination: Destination): void {
    this.#byId.set(destination.id, destination);
    this.#byValue.set(destination.destination, destination);
    this.#counts.set(destination.type, this.count(destination.type) + 1);
    this.#order?.push(destination);
    this.modifiedAt = destination.createdAt;
  }

  /** Removes the entry and gives it back; undefined if no entry has the id. */
  remove(id: number, now: Date): Destination | undefined {
    const destination = this.#byId.get(id);
    if (!destination) return undefined;
    this.#byId.delete(id);
    this.#byValue.delete(destination.destination);
    this.#counts.set(destination.type, this.count(destination.type) - 1);
    this.#order = undefined;
    this.modifiedAt = now;
    return destination;
  }

  /** A run of entries in the order in which they were stored. */
  slice(offset: number, limit: number): readonly Destination[] {
    this.#order ??= [...this.#byId.values()];
    return this.#order.slice(offset, offset + limit);
  }
}
