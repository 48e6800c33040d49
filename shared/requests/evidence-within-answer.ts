import type { Verdict } from '../enrichment/verdict.ts';
import type { JudgedIndicator } from './judged-indicator.ts';

/** A verdict as far as there is room for its evidence. */
export type ShownVerdict =
  | Verdict
  | (Omit<Verdict, 'evidence'> & {
      /** How many pieces of evidence there are: the event `EnrichmentCompleted` has them. */
      readonly evidenceNotShown: number;
    });

/** A function answers with 6 MB at most; the rest of the answer needs its room, too. */
const mostEvidenceBytes = 3_000_000;

/** Leaves evidence out, from the first verdict on for which there is no room; pure. */
export function withinAnswer(
  judged: readonly JudgedIndicator[],
): (Omit<JudgedIndicator, 'verdict'> & { readonly verdict?: ShownVerdict | undefined })[] {
  let roomBytes = mostEvidenceBytes;
  return judged.map((indicator) => {
    if (indicator.verdict === undefined) return indicator;
    const { evidence, ...rest } = indicator.verdict;
    roomBytes -= Buffer.byteLength(JSON.stringify(evidence));
    if (roomBytes >= 0) return indicator;
    return { ...indicator, verdict: { ...rest, evidenceNotShown: evidence.length } };
  });
}
