import type { PartDecision } from '../approvals/decision.ts';
import type { ConnectionName, DestinationListName } from '../config/names.ts';
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
    readonly action: 'block';
    readonly receivedAt: string;
  };
  readonly parts: readonly {
    readonly part: number;
    readonly destinationList: DestinationListName;
    readonly indicators: readonly Indicator[];
  }[];
  readonly rejected: readonly RejectedValue[];
  readonly outcomes: readonly PartOutcome[];
  /** What people decided about held indicators, by part. */
  readonly decisions: readonly PartDecision[];
}

/** Looks requests up. */
export interface RequestReader {
  /** `undefined` when nothing is recorded under this id. */
  read(requestId: RequestId): Promise<RecordedRequest | undefined>;
}
