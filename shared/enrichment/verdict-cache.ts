import { z } from 'zod';
import { type Indicator, indicatorSchema } from '../iocs/indicator.ts';
import type { NonEmptyArray } from '../non-empty.ts';
import { verdictSchema } from './verdict.ts';

/** How much was asked for a verdict: what is at hand, or all that the modules know. */
export const verdictDepths = ['deliberated', 'observed'] as const;

/** A verdict that may be used again until it ends. */
export const knownVerdictSchema = z.object({
  indicator: indicatorSchema,
  verdict: verdictSchema,
  depth: z.enum(verdictDepths),
});

export type KnownVerdict = z.infer<typeof knownVerdictSchema>;

/**
 * The verdicts that the XDR of one organisation gave. They are made with the module weights of their day: a change of
 * configuration counts from the next time that an indicator is asked about.
 */
export interface VerdictCache {
  /** Those of `indicators` whose verdict has not ended, by indicator key. */
  find(indicators: readonly Indicator[]): Promise<ReadonlyMap<string, KnownVerdict>>;
  /** Keeps verdicts until they end; replaces earlier ones. */
  save(verdicts: NonEmptyArray<KnownVerdict>): Promise<void>;
}
