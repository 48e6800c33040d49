import { z } from 'zod';
import { dispositions, evidenceConfidences } from '../config/enrichment.ts';

/** What one module of XDR said about one indicator. */
export const evidenceSchema = z.object({
  module: z.string(),
  moduleInstanceId: z.string(),
  disposition: z.enum(dispositions),
  confidence: z.enum(evidenceConfidences),
  /** 0 to 100: a person's judgement has 100, a curated list 95, automation 90 or less. */
  priority: z.number().min(0).max(100).optional(),
  reason: z.string().max(500).optional(),
  link: z.string().max(1_000).optional(),
  /** When it was said, where the module tells. */
  at: z.iso.datetime().optional(),
  validUntil: z.iso.datetime().optional(),
});

export type Evidence = z.infer<typeof evidenceSchema>;

/** A module that did not answer, or not fully. */
export const moduleFailureSchema = z.object({
  module: z.string(),
  moduleInstanceId: z.string().optional(),
  code: z.string(),
  message: z.string().max(500),
  kind: z.enum(['fatal', 'error', 'warning']),
});

export type ModuleFailure = z.infer<typeof moduleFailureSchema>;

/** What all modules together say about one indicator. */
export const verdictSchema = z.object({
  disposition: z.enum(dispositions),
  confidence: z.enum(evidenceConfidences),
  /** How many modules agree with it. */
  agreeingModules: z.int().nonnegative(),
  /** Which rule made it the verdict, in one sentence. */
  because: z.string(),
  /** The weightiest first; at most 20 are kept. */
  evidence: z.array(evidenceSchema).max(20),
  /** What failed to answer: the verdict is made without it. */
  failures: z.array(moduleFailureSchema).max(20),
  /** When it was made, and until when it may be used again. */
  at: z.iso.datetime(),
  validUntil: z.iso.datetime(),
});

export type Verdict = z.infer<typeof verdictSchema>;
