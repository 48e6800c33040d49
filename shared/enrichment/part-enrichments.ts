import type { RequestId } from '../requests/request-id.ts';
import type { PartEnrichment } from './part-enrichment.ts';

/** Where it is kept what became of the parts of requests for enrichment. */
export interface PartEnrichments {
  /** What is recorded of those of `parts` of which anything is. */
  find(parts: readonly { requestId: RequestId; part: number }[]): Promise<PartEnrichment[]>;
  /**
   * Records a part for which nothing was decided before. Whoever comes first decides: two functions at work on the
   * same part never act on different decisions.
   * @returns what is recorded then: the same, or what another function has decided meanwhile
   */
  decide(enrichment: PartEnrichment & { state: 'decided' }): Promise<PartEnrichment>;
  /** Records a further state of a part. A `failed` one never replaces a decision. */
  save(enrichment: PartEnrichment): Promise<void>;
}
