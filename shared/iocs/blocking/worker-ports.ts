import type { Decisions } from '../../approvals/decisions.ts';
import type { BlastRadiusLimits } from '../../config/blast-radius.ts';
import type { ConnectionLease, LeaseSettings } from '../../config/leases.ts';
import type { ConnectionName, DestinationListName, OrganisationName } from '../../config/names.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import type { RequestOutcomes } from '../../requests/request-outcomes.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { TouchedIdentities } from '../identities/touched-identities.ts';
import type { Ledger } from '../ledger.ts';
import type { BlockDestination } from './block-destination.ts';
import type { WriterLock } from './block-store.ts';

/** A destination as the worker needs it: where it is, and what to do when no rule enforces it. */
export interface TargetList {
  readonly name: DestinationListName;
  /** The vendor's number of a destination list, for events. */
  readonly id?: number | undefined;
  readonly organisation: OrganisationName;
  readonly whenNotEnforced: 'store' | 'refuse';
  /** Entries after which it counts as full. */
  readonly mostEntries: number;
  /** What its organisation takes in all, where that is known. */
  readonly mostEntriesOfOrganisation?: number | undefined;
  /** Takes what this one has no room for. No list comes twice in a chain. */
  readonly overflow?: TargetList;
  readonly destination: BlockDestination;
}

/** What the deployment's configuration says about blocking. */
export interface BlockingSettings {
  readonly blastRadius: BlastRadiusLimits;
  readonly leases: LeaseSettings;
  readonly connections: Readonly<
    Partial<Record<ConnectionName, { readonly lease?: ConnectionLease | undefined }>>
  >;
}

/** Everything the block worker touches. */
export interface WorkerPorts {
  readonly lock: WriterLock;
  readonly ledger: Ledger;
  readonly outcomes: RequestOutcomes;
  readonly decisions: Pick<Decisions, 'find'>;
  readonly events: EventPublisher;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly settings: BlockingSettings;
  /** Who goes where in the organisation; asked only where the settings say so. */
  readonly touchedIdentitiesOf: (organisation: OrganisationName) => TouchedIdentities;
  /** A new name for each post. */
  readonly newPostId: () => string;
  /** When waiting for the lock must end, so that there is time left to work. */
  readonly waitForLockUntil: Date;
  /** When looking into the reports must end. */
  readonly lookUpIdentitiesUntil: Date;
}
