import type { OrganisationName } from '../../config/names.ts';
import type { SecureAccessEdition } from '../../config/organisation.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { FoundEntry } from '../blocking/block-destination.ts';
import type { WriterLock } from '../blocking/block-store.ts';
import type { TargetList } from '../blocking/worker-ports.ts';
import type { Ledger } from '../ledger.ts';
import type { ListRecords } from './list-record.ts';

/** A destination list as its comparison needs it. Of the destination only what reads is used. */
export interface ComparableList
  extends Pick<TargetList, 'name' | 'id' | 'organisation' | 'mostEntries' | 'mostEntriesOfOrganisation'> {
  readonly destination: Pick<TargetList['destination'], 'inspect' | 'find' | 'entries'>;
}

/** Any list of an organisation, configured here or not. */
export interface OrganisationList {
  readonly id: number;
  readonly name: string;
  /** Its direction, where the edition gives lists one: `allow`, `block`. */
  readonly access: string | undefined;
  readonly entryCount: number;
}

/** All lists of an organisation, to read. */
export interface OrganisationLists {
  all(): Promise<readonly OrganisationList[]>;
  entriesOf(listId: number): AsyncIterable<readonly FoundEntry[]>;
}

/** The destination lists around those that are compared: how full the organisation is, and what beats a block. */
export interface SurroundingLists {
  readonly edition: SecureAccessEdition;
  readonly allLists: OrganisationLists;
}

/** An organisation whose lists are compared. */
export interface ComparableOrganisation {
  readonly name: OrganisationName;
  readonly lists: readonly ComparableList[];
  /** Of destination lists only: a group has nothing around it that beats it, and tells itself how full it is. */
  readonly surroundings?: SurroundingLists;
}

/** Everything that the comparison of lists touches. */
export interface ReconciliationPorts {
  readonly ledger: Ledger;
  /**
   * The lock of an organisation's writer, taken for a batch of rows at a time and never longer than to `until`: a
   * function that dies must not keep the block worker waiting. Losing it costs nothing, as lists are only read.
   */
  readonly lockUntil: (until: Date) => WriterLock;
  readonly records: ListRecords;
  readonly events: EventPublisher;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** When everything must be done. */
  readonly finishBy: Date;
}
