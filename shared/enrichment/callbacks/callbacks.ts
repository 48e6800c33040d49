import type { EnrichmentCompleted } from '../../events/enrichment-completed.ts';

/** Tells senders what became of their requests, where their connection names an address for that. */
export interface Callbacks {
  /**
   * Posts a result to the address that its connection names; does nothing where it names none, or where this result,
   * told by its `eventId`, was delivered before.
   * @throws RetryLater when it may work later
   * @throws ConfigurationProblem when the address refuses, or cannot be reached as it is configured
   */
  deliver(completed: EnrichmentCompleted): Promise<void>;
}
