import type { Disposition, EvidenceConfidence } from '../config/enrichment.ts';

/** What one module says of one indicator: its verdict, or a judgement behind it. */
export interface Statement {
  readonly module: { readonly name: string; readonly instanceId: string };
  readonly disposition: Disposition;
  /** `none` where the module does not say how sure it is. */
  readonly confidence: EvidenceConfidence;
  /** 0 to 100: a person's judgement has 100, a curated list 95, automation 90 or less. */
  readonly priority?: number | undefined;
  readonly reason?: string | undefined;
  readonly link?: string | undefined;
  /** When it was said. */
  readonly at?: Date | undefined;
  /** When it ends. */
  readonly validUntil?: Date | undefined;
}
