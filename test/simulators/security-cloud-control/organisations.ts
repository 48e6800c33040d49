import type { Organisation } from './organisation.ts';

/** The organisations. None can be deleted. */
export class Organisations {
  readonly #organisations = new Map<string, Organisation>();

  /** Adds the organisation, or replaces the one with the same id. */
  put(organisation: Organisation): void {
    this.#organisations.set(organisation.id, organisation);
  }

  find(id: string): Organisation | undefined {
    return this.#organisations.get(id);
  }

  managedBy({ id }: Organisation): readonly Organisation[] {
    return this.all().filter(({ managerOrgIds }) => managerOrgIds.includes(id));
  }

  /** What a key of that organisation sees. */
  seenBy(organisation: Organisation): readonly Organisation[] {
    return [organisation, ...this.managedBy(organisation)];
  }

  all(): readonly Organisation[] {
    return [...this.#organisations.values()];
  }

  clear(): void {
    this.#organisations.clear();
  }
}
