import type { ConnectionName, DestinationListName } from '../config/names.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { NonEmptyArray } from '../non-empty.ts';
import type { RequestId } from './request-id.ts';

/** One event's worth of a request: at most 500 indicators for one destination list. */
export interface RequestPart {
  readonly destinationList: DestinationListName;
  /** Counts from 0 within the request, over all its lists. */
  readonly part: number;
  readonly indicators: NonEmptyArray<Indicator>;
}

/** Something that was sent as an indicator and cannot be one here, with the reason in one word: `private-address`. */
export interface RejectedValue {
  /** As it was sent, cut to 256 characters. */
  readonly value: string;
  readonly reason: string;
  /** Left out: refused for every list of the connection. */
  readonly destinationList?: DestinationListName;
}

/** An indicator in a part that the worker will not block before a person has decided. */
export interface HeldIndicator {
  readonly indicator: Indicator;
  readonly destinationList: DestinationListName;
  readonly reason: string;
}

/** One event's worth of a request for enrichment. */
export interface EnrichmentPart {
  /** Counts from 0 within the request. */
  readonly part: number;
  /** At most 500; none where the part is text. */
  readonly indicators: readonly Indicator[];
  /** In which XDR itself looks for indicators. */
  readonly text?: string;
}

interface ReceivedThroughWebhook {
  readonly requestId: RequestId;
  readonly connection: ConnectionName;
  readonly receivedAt: Date;
  readonly rejected: readonly RejectedValue[];
}

/** A request to block what was sent. */
export interface RequestToBlock extends ReceivedThroughWebhook {
  readonly action: 'block';
  /** What goes to the worker: what may be blocked, and what will be held. */
  readonly parts: readonly RequestPart[];
  /** For the answer to the sender; what is held in the end, the worker says and records. */
  readonly held: readonly HeldIndicator[];
}

/** A request to ask Cisco XDR about what was sent, and to follow the connection's policy. */
export interface RequestToEnrich extends ReceivedThroughWebhook {
  readonly action: 'enrich';
  readonly parts: readonly EnrichmentPart[];
  /** Goes by the express lane. */
  readonly urgent: boolean;
}

/** A webhook that was understood and accepted. */
export type ReceivedRequest = RequestToBlock | RequestToEnrich;
