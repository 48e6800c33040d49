import type { AuthorisedXdrClient } from '../../cisco/xdr/authorised-client.ts';
import type { Ledger } from '../../iocs/ledger.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { ImportLock } from '../imports/import-lock.ts';
import type { ImportedEntities } from '../imports/imported-entities.ts';

/** Everything that writing back to one organisation's private intelligence touches. */
export interface WriteBackPorts {
  readonly client: AuthorisedXdrClient;
  readonly entities: ImportedEntities;
  readonly ledger: Pick<Ledger, 'blocksOn'>;
  /** One function at a time writes back for the organisation. */
  readonly lock: ImportLock;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** When waiting for the lock must end, so that there is time left to work. */
  readonly waitForLockUntil: Date;
}
