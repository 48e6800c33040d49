import { randomUUID } from 'node:crypto';

/** An entity as it was stored. */
export interface StoredEntity {
  /** Its whole address. */
  readonly id: string;
  readonly shortId: string;
  readonly type: string;
  readonly externalIds: readonly string[];
  readonly createdAt: Date;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The organisation's own intelligence. */
export class PrivateIntelligence {
  readonly #entities = new Map<string, StoredEntity>();

  /** Stores it, whether there is one with the same external id or not. */
  create(type: string, body: Readonly<Record<string, unknown>>, now: Date): StoredEntity {
    const shortId = `${type}-${randomUUID()}`;
    const entity = {
      id: `https://private.intel.amp.cisco.com:443/ctia/${type}/${shortId}`,
      shortId,
      type,
      externalIds: textsOf(body.external_ids),
      createdAt: now,
      body,
    };
    this.#entities.set(shortId, entity);
    return entity;
  }

  find(type: string, shortId: string): StoredEntity | undefined {
    const entity = this.#entities.get(shortId);
    return entity?.type === type ? entity : undefined;
  }

  /** Those that the search index knows of already. */
  findByExternalId(type: string, externalId: string, createdBefore: Date): readonly StoredEntity[] {
    return this.all().filter(
      (entity) =>
        entity.type === type && entity.externalIds.includes(externalId) && entity.createdAt <= createdBefore,
    );
  }

  change(entity: StoredEntity, changes: Readonly<Record<string, unknown>>): StoredEntity {
    const changed = { ...entity, body: { ...entity.body, ...changes } };
    this.#entities.set(entity.shortId, changed);
    return changed;
  }

  all(): readonly StoredEntity[] {
    return [...this.#entities.values()];
  }

  clear(): void {
    this.#entities.clear();
  }
}

/** How an entity is answered. */
export function entityAnswer({ id, type, body }: StoredEntity): object {
  return { ...body, id, type, schema_version: '1.3.30' };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
