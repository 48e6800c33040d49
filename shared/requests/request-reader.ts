import type { PartDecision } from '../approvals/decision.ts';
import type { ConnectionName, DestinationListName } from '../config/names.ts';
import type { PartEnrichment } from '../enrichment/part-enrichment.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { RejectedValue } from './received-request.ts';
import type { RequestId } from './request-id.ts';
import type { PartOutcome } from './request-outcomes.ts';

/** All that is recorded of a request. */
export interface RecordedRequest {
  readonly requestId: RequestId;
  /** Missing where it did not come through a webhook, or its record was cut short by a crash of ours. */
  readonly received?: {
    readonly connection: ConnectionName;
    readonly action: 'block' | 'enrich';
    readonly receivedAt: string;
  };
  /** What was asked to be blocked, as it was received. */
  readonly parts: readonly {
    readonly part: number;
    readonly destinationList: DestinationListName;
    readonly indicators: readonly Indicator[];
  }[];
  /** What was asked to be enriched, as it was received. */
  readonly enrichmentParts: readonly {
    readonly part: number;
    readonly indicators: readonly Indicator[];
    /** Whether the part is a text, which is not kept. */
    readonly hasText: boolean;
  }[];
  readonly rejected: readonly RejectedValue[];
  /** What the enricher made of parts. */
  readonly enrichments: readonly PartEnrichment[];
  /** How parts to be blocked ended, also those that follow from an enrichment. */
  readonly outcomes: readonly PartOutcome[];
  /** What people decided about held indicators, by part. */
  readonly decisions: readonly PartDecision[];
}

/** Looks requests up. */
export interface RequestReader {
  /**
   * `undefined` when nothing is recorded under this id.
   * @param signal ends the reading: nobody waits for it any more
   */
  read(requestId: RequestId, signal?: AbortSignal): Promise<RecordedRequest | undefined>;
}
