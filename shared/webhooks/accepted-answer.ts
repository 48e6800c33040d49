import { indicatorKey } from '../iocs/indicator.ts';
import type { ReceivedRequest, RejectedValue } from '../requests/received-request.ts';
import type { RequestId } from '../requests/request-id.ts';
import { queuedIndicators } from './queued-indicators.ts';

/** The body of a `202`: what has become of the request so far, and where to ask for the rest. */
export interface AcceptedAnswer {
  readonly requestId: RequestId;
  readonly status: 'accepted';
  /** Whether the same delivery was accepted before; nothing is done twice then. */
  readonly duplicate: boolean;
  readonly action: ReceivedRequest['action'];
  /**
   * Different indicators. To be blocked, whatever the number of lists: on their way to at least one list; held for a
   * person for at least one; values that at least one list refuses. To be enriched: asked about, and refused.
   */
  readonly indicators: { readonly queued: number; readonly held: number; readonly rejected: number };
  readonly rejected: readonly RejectedValue[];
  /** How many more were rejected than are shown. Left out when all are shown. */
  readonly rejectedNotShown?: number;
  /** How long the text is that will be looked through for more. Left out when there is none. */
  readonly textCharacters?: number;
  readonly links: { readonly self: string };
}

/** Enough to see what went wrong, and never an answer larger than the request. */
const mostRejectedShown = 100;

export function acceptedAnswer(request: ReceivedRequest, duplicate: boolean): AcceptedAnswer {
  const rejectedNotShown = request.rejected.length - mostRejectedShown;
  const textCharacters = textCharactersOf(request);
  return {
    requestId: request.requestId,
    status: 'accepted',
    duplicate,
    action: request.action,
    indicators: { ...goingOn(request), rejected: request.rejected.length },
    rejected: request.rejected.slice(0, mostRejectedShown),
    ...(rejectedNotShown > 0 && { rejectedNotShown }),
    ...(textCharacters > 0 && { textCharacters }),
    links: { self: `/requests/${request.requestId}` },
  };
}

function goingOn(request: ReceivedRequest): { queued: number; held: number } {
  if (request.action === 'enrich') {
    return { queued: request.parts.flatMap(({ indicators }) => indicators).length, held: 0 };
  }
  const held = new Set(request.held.map(({ indicator }) => indicatorKey(indicator)));
  const queued = new Set(queuedIndicators(request).map(({ indicator }) => indicatorKey(indicator)));
  return { queued: queued.size, held: held.size };
}

function textCharactersOf(request: ReceivedRequest): number {
  if (request.action === 'block') return 0;
  return request.parts.reduce((sum, { text = '' }) => sum + text.length, 0);
}
