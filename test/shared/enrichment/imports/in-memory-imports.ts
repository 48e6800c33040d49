import type { ImportLock } from '#shared/enrichment/imports/import-lock.ts';
import type { ImportedEntities } from '#shared/enrichment/imports/imported-entities.ts';
import type { Clock } from '#shared/time/clock.ts';

/** The record of what was imported lately, in memory; it survives the functions of a test. */
export class InMemoryImportedEntities implements ImportedEntities {
  readonly ids = new Map<string, string>();

  async find(externalIds: readonly string[]) {
    return new Map([...this.ids].filter(([externalId]) => externalIds.includes(externalId)));
  }

  async add(ids: ReadonlyMap<string, string>) {
    for (const [externalId, id] of ids) this.ids.set(externalId, id);
  }
}

/** A lock with an end, as the table keeps it. */
export class InMemoryImportLock {
  readonly #clock: Clock;
  #heldUntil = new Date(0);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isHeld(): boolean {
    return this.#heldUntil > this.#clock.now();
  }

  /** As a function has it that may run for so long. */
  forFunction({ lastsSeconds }: { lastsSeconds: number }): ImportLock {
    return {
      tryAcquire: async () => {
        if (this.isHeld) return { kind: 'held', until: this.#heldUntil };
        this.#heldUntil = new Date(this.#clock.now().getTime() + lastsSeconds * 1_000);
        return {
          kind: 'acquired',
          release: async () => {
            this.#heldUntil = new Date(0);
          },
        };
      },
    };
  }
}
