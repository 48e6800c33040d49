import type { Confidence, Severity, TrafficLight } from '../ctim.ts';

/** What every entity that we write to private intelligence says of itself. */
export interface WrittenEntity {
  /** See `externalId`. */
  readonly externalId: string;
  /** Who says so, as people see it in the console. */
  readonly source: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly trafficLight: TrafficLight;
}

/** The members that are the same in all kinds. @see https://private.intel.amp.cisco.com/index.html */
export function entityBody({ externalId, source, severity, confidence, trafficLight }: WrittenEntity) {
  return { source, severity, confidence, tlp: trafficLight, external_ids: [externalId] };
}
