import type { EventPublisher } from '../events/event-publisher.ts';
import type { Callbacks } from './callbacks/callbacks.ts';
import type { IncidentOpener } from './incidents/incident-opener.ts';
import type { LookUpPorts } from './look-up-verdicts.ts';
import type { PartEnrichments } from './part-enrichments.ts';
import type { Responder } from './responses/responder.ts';

/** What acting on decisions touches. */
export interface ActingPorts {
  readonly enrichments: PartEnrichments;
  readonly events: EventPublisher;
  readonly responder: Responder;
  readonly incidents: IncidentOpener;
  readonly callbacks: Callbacks;
  readonly clock: LookUpPorts['clock'];
}

/** Everything the enricher touches, for the XDR of one organisation. */
export interface EnrichmentPorts extends LookUpPorts, ActingPorts {
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
}
