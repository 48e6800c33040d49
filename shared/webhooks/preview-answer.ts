import type { DestinationListName } from '../config/names.ts';
import type { Severity } from '../events/severity.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { ReceivedRequest } from '../requests/received-request.ts';
import { type AcceptedAnswer, acceptedAnswer } from './accepted-answer.ts';
import type { AlertFacts } from './parsers/webhook-parser.ts';
import { queuedIndicators } from './queued-indicators.ts';

/** What would become of one indicator: on one list, or with Cisco XDR. */
export type PreviewDecision = Indicator &
  (
    | { readonly destinationList: DestinationListName; readonly decision: 'would-be-queued' }
    | {
        readonly destinationList: DestinationListName;
        readonly decision: 'would-be-held';
        readonly reason: string;
      }
    | { readonly decision: 'would-be-enriched' }
  );

/** The body of an answer about a delivery that was read and not acted upon. */
export interface PreviewAnswer extends Omit<AcceptedAnswer, 'status' | 'links'> {
  readonly status: 'preview';
  /** Why nothing was done: the address ends in `?preview=true`, or the connection is in test mode. */
  readonly because: 'preview-asked-for' | 'connection-in-test-mode';
  /** What was understood of all that is not an indicator. */
  readonly understood: {
    readonly source?: string | undefined;
    readonly ticket?: string | undefined;
    readonly severity?: Severity | undefined;
    readonly confidence?: number | undefined;
    readonly link?: string | undefined;
    readonly occurredAt?: string | undefined;
    readonly eventId?: string | undefined;
  };
  readonly decisions: readonly PreviewDecision[];
  /** How many more there are than are shown. Left out when all are shown. */
  readonly decisionsNotShown?: number;
}

/** Enough to see whether the right fields are read, and far below the largest answer that a function can give. */
const mostDecisionsShown = 500;

/** Tells what {@link acceptedAnswer} would have told, and what would have become of each indicator. */
export function previewAnswer(
  request: ReceivedRequest,
  { source, ticket, severity, confidence, link, occurredAt, eventId }: AlertFacts,
  because: PreviewAnswer['because'],
): PreviewAnswer {
  const { links: _, ...answer } = acceptedAnswer(request, false);
  const decisions = decisionsOf(request);
  const decisionsNotShown = decisions.length - mostDecisionsShown;
  return {
    ...answer,
    status: 'preview',
    because,
    understood: {
      source,
      ticket,
      severity,
      confidence,
      link,
      occurredAt: occurredAt?.toISOString(),
      eventId,
    },
    decisions: decisions.slice(0, mostDecisionsShown),
    ...(decisionsNotShown > 0 && { decisionsNotShown }),
  };
}

function decisionsOf(request: ReceivedRequest): PreviewDecision[] {
  if (request.action === 'enrich') {
    return request.parts.flatMap(({ indicators }) =>
      indicators.map((indicator) => ({ ...indicator, decision: 'would-be-enriched' as const })),
    );
  }
  const queued = queuedIndicators(request).map(({ indicator, destinationList }) => ({
    ...indicator,
    destinationList,
    decision: 'would-be-queued' as const,
  }));
  const waiting = request.held.map(({ indicator, destinationList, reason }) => ({
    ...indicator,
    destinationList,
    decision: 'would-be-held' as const,
    reason,
  }));
  return [...queued, ...waiting];
}
