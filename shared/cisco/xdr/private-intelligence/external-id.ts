import { createHash } from 'node:crypto';

/** Begins every external id of ours: a bundle import looks for these, and people search for them. */
export const externalIdPrefix = 'scc-automations-';

/** The kinds of entities that we write. */
export type EntityType = 'sighting' | 'judgement' | 'incident' | 'relationship';

/**
 * Our own id for an entity. The same reasons give the same id, so that writing it again changes nothing.
 * @param reasons what makes the entity what it is, such as request, indicator and destination
 */
export function externalId(type: EntityType, reasons: readonly [string, ...string[]]): string {
  const digest = createHash('sha256').update(JSON.stringify(reasons)).digest('hex');
  return `${externalIdPrefix}${type}-${digest}`;
}
