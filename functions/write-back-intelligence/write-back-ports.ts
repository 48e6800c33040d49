import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableImportLock } from '#shared/aws/table/import-lock.ts';
import { tableImportedEntities } from '#shared/aws/table/imported-entities.ts';
import { keys } from '#shared/aws/table/keys.ts';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { tableLedger } from '#shared/aws/table/ledger.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { observeHttpOptions } from '#shared/cisco/xdr/http-options.ts';
import { organisationXdrClient, type XdrAccess } from '#shared/cisco/xdr/organisation-client.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import { importLockMarginMilliseconds } from '#shared/enrichment/imports/import-lock.ts';
import type { WriteBackPorts } from '#shared/enrichment/write-back/write-back-ports.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** Kept free at the end of an invocation for giving messages back, in milliseconds. */
const reserveMilliseconds = 15_000;

/** Everything that writing back touches, by organisation, for one invocation that may last as long as is left. */
export function writeBackPorts(
  { table, access }: { table: { documents: DynamoDBDocumentClient; tableName: string }; access: XdrAccess },
  remainingMilliseconds: number,
): (organisation: OrganisationName) => WriteBackPorts {
  const now = systemClock.now().getTime();
  const http = httpClient(
    { clock: systemClock, sleep: realSleep, random: Math.random },
    {
      ...observeHttpOptions,
      signal: AbortSignal.timeout(Math.max(1, remainingMilliseconds - reserveMilliseconds)),
    },
  );
  const lock = new LeaseLock({ ...table, clock: systemClock });
  const leaseUntil = new Date(now + remainingMilliseconds + importLockMarginMilliseconds);
  return (organisation) => ({
    // People and requests for a verdict come first.
    client: organisationXdrClient(organisation, access, { http, lane: 'usual' }),
    entities: tableImportedEntities({ ...table, organisation, clock: systemClock }),
    ledger: tableLedger(table),
    lock: tableImportLock(lock, keys.writeBack(organisation), leaseUntil),
    clock: systemClock,
    sleep: realSleep,
    waitForLockUntil: new Date(now + remainingMilliseconds / 2),
  });
}
