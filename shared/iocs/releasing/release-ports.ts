import type { OrganisationName } from '../../config/names.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { StandingBlock } from '../block.ts';
import type { WriterLock } from '../blocking/block-store.ts';
import type { TargetList } from '../blocking/worker-ports.ts';
import type { StillSought } from '../identities/still-sought.ts';
import type { Ledger } from '../ledger.ts';

/** A destination list as the release of its blocks needs it. */
export type ReleaseList = Pick<TargetList, 'name' | 'id' | 'organisation' | 'destination'>;

/** How leases are renewed instead of ended while somebody still tries to go there. */
export interface RenewalWhileHit {
  readonly stillSoughtIn: (organisation: OrganisationName) => StillSought;
  /** When the block ends if it is renewed now. */
  readonly leaseEndOf: (block: StandingBlock, now: Date) => Date;
}

/** Everything that the release of blocks touches. */
export interface ReleasePorts {
  readonly lock: WriterLock;
  readonly ledger: Ledger;
  readonly events: EventPublisher;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Where leases may be renewed while hit. */
  readonly renewal?: RenewalWhileHit | undefined;
  /** After this no new batch is begun; what is left is done by the next run. */
  readonly stopAt: Date;
}
