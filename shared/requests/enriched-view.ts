import type { PartEnrichment } from '../enrichment/part-enrichment.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { ConfiguredPlaces } from './configured-places.ts';
import { type ShownVerdict, withinAnswer } from './evidence-within-answer.ts';
import { followingBlocks } from './following-blocks.ts';
import { type JudgedIndicator, judgedIndicators } from './judged-indicator.ts';
import { type OverallStatus, overallStatus, standingOf } from './overall-status.ts';
import type { RejectedValue } from './received-request.ts';
import type { RecordedRequest } from './request-reader.ts';

/** One indicator of a request for enrichment, as a person or a playbook reads it. */
export type EnrichedIndicatorView =
  /** `queued`: nobody has answered yet. `failed`: it could not be asked about. */
  | (Indicator & { readonly status: 'queued' | 'failed' })
  /** Nothing is asked about it. */
  | (Pick<RejectedValue, 'value' | 'reason'> & { readonly status: 'rejected' })
  | (Omit<JudgedIndicator, 'verdict'> & { readonly verdict?: ShownVerdict | undefined });

/** What became of a request for enrichment. */
export interface EnrichedView {
  readonly action: 'enrich';
  readonly status: OverallStatus;
  readonly indicators: readonly EnrichedIndicatorView[];
  /** What a person has to put right before the rest can be done. */
  readonly problems?: readonly string[];
}

/** Verdicts, what they have led to, and what is still to come; pure. */
export function enrichedView(request: RecordedRequest, places: ConfiguredPlaces): EnrichedView {
  const begun = new Map(request.enrichments.map((enrichment) => [enrichment.part, enrichment]));
  const parts = request.enrichments.map((enrichment) => {
    const judged = judgedIndicators(enrichment, followingBlocks(enrichment, request, places));
    return { judged, status: statusOfPart(enrichment, judged), rejected: enrichment.rejected };
  });
  const unasked = request.enrichmentParts.flatMap(({ part, indicators }) => {
    const state = begun.get(part)?.state;
    if (state !== undefined && state !== 'failed') return [];
    return indicators.map((one) => ({ ...one, status: state ?? ('queued' as const) }));
  });
  const rejected = [...request.rejected, ...parts.flatMap((part) => part.rejected)];
  const problems = [...new Set(request.enrichments.flatMap(({ problem }) => problem ?? []))];
  // A part that nobody has begun may be a text, of which no indicator is known yet.
  const isWaiting = request.enrichmentParts.some(({ part }) => !begun.has(part));
  return {
    action: 'enrich',
    status: overallStatus([...parts.map(({ status }) => status), isWaiting ? 'pending' : 'done']),
    indicators: [
      ...unasked,
      ...withinAnswer(parts.flatMap(({ judged }) => judged)),
      ...rejected.map(({ value, reason }) => ({ value, status: 'rejected' as const, reason })),
    ],
    ...(problems.length > 0 && { problems }),
  };
}

/** With a problem nothing goes on before a person has done something, whatever still waits. */
function statusOfPart({ state, problem }: PartEnrichment, judged: readonly JudgedIndicator[]): OverallStatus {
  if (state === 'failed' || problem !== undefined) return 'failed';
  if (state === 'decided') return 'pending';
  return overallStatus(
    judged.flatMap(({ status, blocks = [] }) => [
      status === 'failed' ? ('failed' as const) : ('done' as const),
      ...blocks.map(standingOf),
    ]),
  );
}
