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
): (Omit<JudgedIndicator, 'verdict'> & { verdict?: ShownVerdict })[] {
  let roomBytes = mostEvidenceBytes;
  return judged.map(({ verdict, ...indicator }) => {
    if (verdict === undefined) return indicator;
    const { evidence, ...rest } = verdict;
    roomBytes -= Buffer.byteLength(JSON.stringify(evidence));
    return {
      ...indicator,
      verdict: roomBytes >= 0 ? verdict : { ...rest, evidenceNotShown: evidence.length },
    };
  });
}
