import { incidentBody, type WrittenIncident } from './incident-body.ts';
import { judgementBody, type WrittenJudgement } from './judgement-body.ts';
import { sightingBody, type WrittenSighting } from './sighting-body.ts';
import type { StoredEntity } from './stored-entity.ts';

/** Entities that are written together, each known by its external id. */
export interface Bundle {
  /** Who writes it, as people see it in the console. */
  readonly source: string;
  readonly incidents?: readonly WrittenIncident[];
  readonly sightings?: readonly WrittenSighting[];
  readonly judgements?: readonly WrittenJudgement[];
  readonly relationships?: readonly BundleRelationship[];
}

/** How one entity belongs to another: each of the same bundle, by its external id, or one that is stored already. */
export interface BundleRelationship {
  readonly externalId: string;
  readonly type: 'member-of' | 'sighting-of' | 'based-on';
  readonly from: string | StoredEntity;
  readonly to: string | StoredEntity;
}

/** The external ids of everything in a bundle. */
export function externalIdsOf(bundle: Bundle): string[] {
  const { incidents = [], sightings = [], judgements = [], relationships = [] } = bundle;
  return [...incidents, ...sightings, ...judgements, ...relationships].map(({ externalId }) => externalId);
}

/** @see https://github.com/threatgrid/ctia/blob/master/resources/ctia/public/doc/bulk-bundle.org */
export function bundleBody(bundle: Bundle) {
  const { source, incidents = [], sightings = [], judgements = [], relationships = [] } = bundle;
  return {
    type: 'bundle',
    source,
    incidents: incidents.map((incident) => ({ id: transientId(incident), ...incidentBody(incident) })),
    sightings: sightings.map((sighting) => ({ id: transientId(sighting), ...sightingBody(sighting) })),
    judgements: judgements.map((judgement) => ({ id: transientId(judgement), ...judgementBody(judgement) })),
    relationships: relationships.map(({ externalId, type, from, to }) => ({
      id: transientId({ externalId }),
      type: 'relationship',
      source,
      external_ids: [externalId],
      relationship_type: type,
      source_ref: referenceTo(from),
      target_ref: referenceTo(to),
    })),
  };
}

function referenceTo(entity: BundleRelationship['from']): string {
  return typeof entity === 'string' ? transientId({ externalId: entity }) : entity.id;
}

/** An id for the time of the import, by which entities of one bundle refer to each other. */
function transientId({ externalId }: { externalId: string }): string {
  return `transient:${externalId}`;
}
