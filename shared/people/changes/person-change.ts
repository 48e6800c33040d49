import type { NonEmptyArray } from '../../non-empty.ts';
import type { RequestId } from '../../requests/request-id.ts';
import type { FuseTrip } from '../fuses/fuse-trip.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { OpenStep } from '../steps/open-step.ts';
import type { BatchId } from './batch-id.ts';
import type { ChangeId } from './change-id.ts';

/** A person decides before anything happens. */
interface Held {
  readonly state: 'held';
  readonly since: Date;
  readonly batchId: BatchId;
  readonly trips: NonEmptyArray<FuseTrip>;
}

/** It begins at a moment: when it is due, or later when many leave. */
interface Planned {
  readonly state: 'planned';
  readonly startsAt: Date;
  /** When it is finished at the latest, as planned. */
  readonly endsBy: Date;
}

interface UnderWay {
  readonly state: 'under-way';
  /** When this attempt began. */
  readonly since: Date;
  /** Attempts before this one, which ended incomplete. */
  readonly attempts: number;
}

/** Some steps could not be done; it is tried again by itself, as long as a next attempt is named. */
interface Incomplete {
  readonly state: 'incomplete';
  readonly since: Date;
  readonly attempts: number;
  readonly open: NonEmptyArray<OpenStep>;
  readonly nextAttemptAt?: Date | undefined;
}

/** Every step is done and was read back. What was taken away can be given back until `undoUntil`. */
interface Done {
  readonly state: 'done';
  readonly at: Date;
  readonly undoUntil?: Date | undefined;
}

/** The undo window is over and the person was taken out of the organisations. */
interface Removed {
  readonly state: 'removed';
  readonly at: Date;
}

/** What was taken away is being given back. */
interface Undoing {
  readonly state: 'undoing';
  readonly since: Date;
  readonly by: string;
}

interface Undone {
  readonly state: 'undone';
  readonly at: Date;
  readonly by: string;
  /** What could not be given back. */
  readonly open: readonly OpenStep[];
}

/** Withdrawn before it began. */
interface Cancelled {
  readonly state: 'cancelled';
  readonly at: Date;
  readonly by: string;
}

/** A person decided against it. */
interface Rejected {
  readonly state: 'rejected';
  readonly at: Date;
  readonly by: string;
}

/** A later word about the same person counts instead. */
interface Replaced {
  readonly state: 'replaced';
  readonly at: Date;
  readonly by: ChangeId;
}

/**
 * How a change stands:
 *
 *     held -approve-> planned -its time comes-> under-way -> done -undo window over-> removed
 *     held -reject-> rejected                   under-way -> incomplete -next attempt-> under-way
 *     held | planned -withdrawn-> cancelled | -a later word-> replaced
 *     incomplete -a later word of another kind, or when no attempt is left-> replaced
 *     under-way | incomplete | done -undo-> undoing -> undone        (leavers only)
 */
export type ChangeStanding =
  | Held
  | Planned
  | UnderWay
  | Incomplete
  | Done
  | Removed
  | Undoing
  | Undone
  | Cancelled
  | Rejected
  | Replaced;

export type ChangeState = ChangeStanding['state'];

/** A person has let something happen that the fuses held. */
export interface Approval {
  readonly by: string;
  readonly at: Date;
}

/** What happens to one person because of one request, and how far it has come. */
export interface PersonChange<Standing extends ChangeStanding = ChangeStanding> {
  readonly changeId: ChangeId;
  readonly requestId: RequestId;
  /** The name of the lifecycle source, `api`, or the source of an event: `bus:corp.hr`. */
  readonly source: string;
  readonly request: LifecycleRequest;
  readonly acceptedAt: Date;
  /** How many changes its file or ticket brought, itself included; nothing where it is not known. */
  readonly batchSize?: number | undefined;
  /** Nothing where no fuse held it. */
  readonly approval?: Approval | undefined;
  /** Counts every move, so that two who move it at once are told apart. */
  readonly revision: number;
  readonly standing: Standing;
}
