import type { Cloud } from './cloud.ts';
import type { StoredEntity } from './private-intelligence.ts';

/** An entity of a bundle, with the type that the list it stands in has. */
export interface BundledEntity {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly externalIds: readonly string[];
}

/** Stores what is new of a bundle and leaves alone what is there; one result for each, errors among them. */
export function importEntities(
  entities: readonly BundledEntity[],
  prefixes: readonly string[],
  cloud: Cloud,
): readonly object[] {
  return entities.map((entity) => {
    const { type, body, externalIds } = entity;
    const known = externalIds.filter(
      (id) => prefixes.length === 0 || prefixes.some((prefix) => id.startsWith(prefix)),
    );
    const result = { original_id: body.id, type, external_ids: externalIds };
    if (known.some((id) => cloud.settings.refusedExternalIds.includes(id))) {
      return { ...result, result: 'error', error: 'Invalid Entity Error', msg: 'the entity is refused' };
    }
    const stored = storedWith(known, type, cloud);
    if (stored.length > 1) {
      return { ...result, result: 'error', msg: 'More than one entity is linked to the external ids' };
    }
    const [exists] = stored;
    if (exists) return { ...result, id: exists.id, result: 'exists' };
    const { id } = cloud.intelligence.create(type, body, cloud.clock.now());
    return { ...result, id, result: 'created' };
  });
}

function storedWith(externalIds: readonly string[], type: string, cloud: Cloud): readonly StoredEntity[] {
  const found = externalIds.flatMap((id) =>
    cloud.intelligence.findByExternalId(type, id, cloud.indexedUntil()),
  );
  return [...new Set(found)];
}
