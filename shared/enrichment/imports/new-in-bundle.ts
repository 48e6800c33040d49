import type { Bundle, BundleRelationship } from '../../cisco/xdr/private-intelligence/bundle.ts';

/**
 * What of a bundle is not stored yet; pure. Relationships to what is stored name it by its id.
 * @param stored ids by external id
 */
export function newInBundle(bundle: Bundle, stored: ReadonlyMap<string, string>): Bundle {
  const { source, incidents = [], sightings = [], judgements = [], relationships = [] } = bundle;
  const isNew = ({ externalId }: { externalId: string }) => !stored.has(externalId);
  return {
    source,
    incidents: incidents.filter(isNew),
    sightings: sightings.filter(isNew),
    judgements: judgements.filter(isNew),
    relationships: relationships.filter(isNew).map(({ from, to, ...relationship }) => ({
      ...relationship,
      from: storedOr(from, stored),
      to: storedOr(to, stored),
    })),
  };
}

function storedOr(
  entity: BundleRelationship['from'],
  stored: ReadonlyMap<string, string>,
): BundleRelationship['from'] {
  const id = typeof entity === 'string' ? stored.get(entity) : undefined;
  return id === undefined ? entity : { id };
}
