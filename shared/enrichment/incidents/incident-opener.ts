import type { NonEmptyArray } from '../../non-empty.ts';
import type { EnrichedRequest } from '../enriched-request.ts';
import type { VerdictDecision } from '../verdict-decision.ts';

/** Opens incidents in the XDR of one organisation. */
export interface IncidentOpener {
  /**
   * Opens the one incident of a request, or adds to it: another part of the request, or the same one delivered again,
   * finds the same incident.
   * @param decisions those of one part for which the policy says `incident`
   * @returns the incident's id, the same for the whole request
   * @throws RetryLater when it may work later, with the seconds to wait
   * @throws ConfigurationProblem when a person has to put something right first
   */
  open(request: EnrichedRequest, decisions: NonEmptyArray<VerdictDecision>): Promise<string>;
}
