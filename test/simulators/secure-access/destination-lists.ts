import type { Destination, NewDestination } from './destination.ts';
import { DestinationList, type DestinationListProperties } from './destination-list.ts';

/** The organisation in which everything lives. */
export const organisationId = 8_100_001;

const firstListId = 7_001_234;
const firstDestinationId = 990_001;

/** All destination lists of the organisation. */
export class DestinationLists {
  readonly #lists = new Map<number, DestinationList>();
  #nextListId = firstListId;
  #nextDestinationId = firstDestinationId;

  /** Destinations over all lists, which is what the organisation's capacity counts. */
  get destinationCount(): number {
    let total = 0;
    for (const list of this.#lists.values()) total += list.size;
    return total;
  }

  all(): readonly DestinationList[] {
    return [...this.#lists.values()];
  }

  find(id: number): DestinationList | undefined {
    return this.#lists.get(id);
  }

  /** Makes an empty list; without an id it gets the next free one, with a known id it takes that list's place. */
  create(properties: Omit<DestinationListProperties, 'id'> & { id?: number }, now: Date): DestinationList {
    const id = properties.id ?? this.#nextListId;
    this.#nextListId = Math.max(this.#nextListId, id + 1);
    const list = new DestinationList({ ...properties, id }, now);
    this.#lists.set(id, list);
    return list;
  }

  delete(id: number): void {
    this.#lists.delete(id);
  }

  /** Stores entries under new ids. What the list already holds must have been taken out before. */
  store(list: DestinationList, entries: Iterable<NewDestination>, now: Date): void {
    for (const entry of entries) {
      const stored: Destination = { ...entry, id: this.#nextDestinationId, createdAt: now };
      this.#nextDestinationId += 1;
      list.add(stored);
    }
  }

  clear(): void {
    this.#lists.clear();
    this.#nextListId = firstListId;
    this.#nextDestinationId = firstDestinationId;
  }
}
