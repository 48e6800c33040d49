import type { Indicator } from '../../iocs/indicator.ts';
import type { EnrichedRequest } from '../enriched-request.ts';
import type { ResponseOutcome } from '../verdict-decision.ts';

/** A response action that the policy asks for. */
export interface ResponseOrder {
  readonly indicator: Indicator;
  readonly moduleInstanceId: string;
  readonly actionId: string;
}

/** Triggers response actions in the XDR of one organisation. */
export interface Responder {
  /**
   * Triggers an action, at most once a request, indicator and action: ordered again, it answers what became of it.
   * @throws RetryLater when it may work later, with the seconds to wait
   * @throws ConfigurationProblem when a person has to put something right first
   */
  respond(request: EnrichedRequest, order: ResponseOrder): Promise<ResponseOutcome>;
}
