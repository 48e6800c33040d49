import type { Confidence, Severity, TrafficLight } from '../ctim.ts';

/** What every entity that we write to private intelligence says of itself. */
export interface WrittenEntity {
  /** See `externalId`. */
  readonly externalId: string;
  /**
   * Further ids by which people and programs find it. They must not begin with the prefix of ours: an import would take
   * any entity with the same one for this one.
   */
  readonly furtherExternalIds?: readonly string[];
  /** Who says so, as people see it in the console. */
  readonly source: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly trafficLight: TrafficLight;
}

/** The members that are the same in all kinds. @see https://private.intel.amp.cisco.com/index.html */
export function entityBody(entity: WrittenEntity) {
  const { externalId, furtherExternalIds = [], source, severity, confidence, trafficLight } = entity;
  return {
    source,
    severity,
    confidence,
    tlp: trafficLight,
    external_ids: [externalId, ...furtherExternalIds],
  };
}
