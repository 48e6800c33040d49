import type { AuthorisedXdrClient } from '../../cisco/xdr/authorised-client.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { EnrichedRequest } from '../enriched-request.ts';
import { type ImportLock, withImportLock } from '../imports/import-lock.ts';
import { importNew } from '../imports/import-new.ts';
import type { ImportedEntities } from '../imports/imported-entities.ts';
import { incidentBundles, incidentExternalId } from './incident-bundles.ts';
import type { IncidentOpener } from './incident-opener.ts';

/** Entities that an error names, of however many failed. */
const mostFailuresNamed = 3;

/**
 * Opens incidents by importing them, with a sighting of each indicator: what is there already is left as it is, so a
 * repeat adds only what is missing.
 * @param ports.lockOf the lock under which the incident of a request is written
 * @param ports.waitForLockUntil when waiting for it must end
 */
export function importedIncidents(ports: {
  client: AuthorisedXdrClient;
  entities: ImportedEntities;
  lockOf: (request: EnrichedRequest) => ImportLock;
  clock: Clock;
  sleep: Sleep;
  waitForLockUntil: Date;
}): IncidentOpener {
  const { lockOf, clock, sleep, waitForLockUntil } = ports;
  return {
    open(request, decisions) {
      const lock = { lock: lockOf(request), clock, sleep, until: waitForLockUntil };
      return withImportLock(lock, async () => {
        const stored = new Map<string, string>();
        const failed = new Map<string, string>();
        for (const bundle of incidentBundles(request, decisions)) {
          const result = await importNew(bundle, ports);
          for (const [externalId, id] of result.stored) stored.set(externalId, id);
          for (const [externalId, message] of result.failed) failed.set(externalId, message);
        }
        const incidentId = stored.get(incidentExternalId(request.requestId));
        if (incidentId !== undefined && failed.size === 0) return incidentId;
        throw notStored(request, failed);
      });
    },
  };
}

function notStored({ requestId }: EnrichedRequest, failed: ReadonlyMap<string, string>): GiveUp {
  const named = Array.from(failed, ([externalId, message]) => `${externalId}: ${message}`);
  return new GiveUp(
    `XDR did not take ${failed.size} entities of the incident of ${requestId}: ${named.slice(0, mostFailuresNamed).join('; ')}. What it took stays; delivered again, only the rest is sent.`,
  );
}
