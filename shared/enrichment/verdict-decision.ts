import { z } from 'zod';
import { enrichmentActions } from '../config/enrichment.ts';
import { indicatorSchema } from '../iocs/indicator.ts';
import { verdictSchema } from './verdict.ts';

/** What became of a response action of XDR. */
export const responseOutcomeSchema = z.object({
  moduleInstanceId: z.string(),
  actionId: z.string(),
  /** `ordered`: decided, and not triggered yet. */
  result: z.enum(['ordered', 'done', 'failed', 'not-offered', 'unknown']),
  message: z.string().max(500).optional(),
});

export type ResponseOutcome = z.infer<typeof responseOutcomeSchema>;

/** An indicator with its verdict, what the policy makes of it, and what was done. */
export const verdictDecisionSchema = indicatorSchema.extend({
  /** Missing where XDR does not know such indicators. */
  verdict: verdictSchema.optional(),
  action: z.enum(enrichmentActions),
  /** Which rule of the policy decided, or why nothing is done. */
  because: z.string().max(300),
  response: responseOutcomeSchema.optional(),
  incidentId: z.string().max(500).optional(),
  /** The page in XDR on which a person goes on. */
  investigateUrl: z.string().max(3_000),
});

export type VerdictDecision = z.infer<typeof verdictDecisionSchema>;
