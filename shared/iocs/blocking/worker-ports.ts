import type { DestinationListName, OrganisationName } from '../../config/names.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import type { RequestOutcomes } from '../../requests/request-outcomes.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { BlockDestination } from './block-destination.ts';
import type { WriterLock } from './block-store.ts';

/** A destination list as the worker needs it: where it is, and what to do when no rule enforces it. */
export interface TargetList {
  readonly name: DestinationListName;
  /** The vendor's id, for events. */
  readonly id: number;
  readonly organisation: OrganisationName;
  readonly whenNotEnforced: 'store' | 'refuse';
  readonly destination: BlockDestination;
}

/** Everything the block worker touches. */
export interface WorkerPorts {
  readonly lock: WriterLock;
  readonly outcomes: RequestOutcomes;
  readonly events: EventPublisher;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A new name for each post. */
  readonly newPostId: () => string;
  /** When waiting for the lock must end, so that there is time left to work. */
  readonly waitForLockUntil: Date;
}
