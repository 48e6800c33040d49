import type { ConnectionEnrichment } from '../config/enrichment.ts';
import type { IndicatorRoutes } from '../config/indicator-routes.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { RejectedValue } from '../requests/received-request.ts';
import type { EnrichedRequest } from './enriched-request.ts';
import type { PartEnrichment } from './part-enrichment.ts';

/** One message's worth of work for the enricher: a part of a request. */
export interface EnrichCommand extends EnrichedRequest {
  /** Names the message, so that it can be given back. */
  readonly messageId: string;
  readonly part: number;
  /** Without repeats. */
  readonly indicators: readonly Indicator[];
  /** In which further indicators are looked for. */
  readonly text?: string;
  /** Values that nobody is asked about. */
  readonly rejected: readonly RejectedValue[];
  /** Before everything that is not urgent. */
  readonly urgent: boolean;
  /** Where its connection blocks. */
  readonly routes: IndicatorRoutes;
  /** Domains of the sender's own: nobody is asked about them. */
  readonly ignoredDomains: readonly string[];
  /** What is asked in depth, and what follows from a verdict. */
  readonly settings: Pick<ConnectionEnrichment, 'inDepth' | 'policy' | 'responses'>;
}

/** What becomes of a message. */
export type EnrichResult =
  | { readonly messageId: string; readonly kind: 'done'; readonly enrichment: PartEnrichment }
  /** Delivered again after its end was recorded: nothing was done. */
  | { readonly messageId: string; readonly kind: 'repeat' }
  /** Of a connection that is only tried out: nothing was done. */
  | { readonly messageId: string; readonly kind: 'test' }
  /** Back into the queue, not to be seen for this long; after too many returns it goes to the dead-letter queue. */
  | {
      readonly messageId: string;
      readonly kind: 'return';
      readonly retryAfterSeconds: number;
      readonly cause: unknown;
    };
