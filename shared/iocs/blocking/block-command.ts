import type { ConnectionName, DestinationListName } from '../../config/names.ts';
import type { Severity } from '../../events/severity.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import type { RejectedValue } from '../../requests/received-request.ts';
import type { RequestId } from '../../requests/request-id.ts';
import type { PartOutcome } from '../../requests/request-outcomes.ts';
import type { Indicator } from '../indicator.ts';
import type { Hold } from './fate.ts';

/** One message's worth of work for the block worker: a part of a request, for one destination list. */
export interface BlockCommand {
  /** Names the message, so that it can be given back. */
  readonly messageId: string;
  readonly requestId: RequestId;
  readonly part: number;
  readonly connection?: ConnectionName;
  readonly destinationList: DestinationListName;
  /** Without repeats; what the guard let pass, or holds. */
  readonly indicators: readonly Indicator[];
  /** What the guard holds for a person, by indicator key. */
  readonly holds: ReadonlyMap<string, Hold>;
  /** What the guard refused: part of the outcome all the same. */
  readonly rejected: readonly RejectedValue[];
  readonly receivedAt: Date;
  readonly source?: string;
  readonly ticket?: string;
  /** The sender's own page about it. */
  readonly link?: string;
  readonly severity?: Severity;
  /** How sure the sender is, in percent. */
  readonly confidence?: number;
  /** The part whose held indicators this command claims to be approved for; not yet looked up. */
  readonly approvesPart?: number;
  /** Who approved it: its indicators are posted whatever would hold them. Set once the decision was looked up. */
  readonly approvedBy?: string;
}

/** What becomes of a message. */
export type CommandResult =
  | { readonly messageId: string; readonly kind: 'done'; readonly outcome: PartOutcome }
  /** Delivered again after its end was recorded: nothing was done. */
  | { readonly messageId: string; readonly kind: 'repeat' }
  /** Back into the queue, not to be seen for this long; after too many returns it goes to the dead-letter queue. */
  | {
      readonly messageId: string;
      readonly kind: 'return';
      readonly retryAfterSeconds: number;
      readonly cause: unknown;
    };

/** Commands of one organisation that the worker handles together. */
export type CommandBatch = NonEmptyArray<BlockCommand>;
