import { documentClient, eventBridgeClient } from '../aws/clients.ts';
import { eventBridgePublisher } from '../aws/event-bridge-publisher.ts';
import { tableLedger } from '../aws/table/ledger.ts';
import { tableWriterLock } from '../aws/table/writer-lock.ts';
import { httpClient } from '../cisco/http/http-client.ts';
import { organisationClient } from '../cisco/secure-access/organisation-client.ts';
import { reportedHits } from '../cisco/secure-access/reports/reported-hits.ts';
import { atReportsPace } from '../cisco/secure-access/reports/reports-pace.ts';
import { targetDestinations } from '../cisco/target-destinations.ts';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import type { DestinationListName, StageName } from '../config/names.ts';
import type { ReleaseList, ReleasePorts } from '../iocs/releasing/release-ports.ts';
import { usualLeaseEnd } from '../iocs/releasing/usual-lease.ts';
import { systemClock } from '../time/clock.ts';
import { realSleep } from '../time/sleep.ts';
import { cloudTokens } from './cloud-tokens.ts';
import { functionClouds } from './function-clouds.ts';
import { functionLogger } from './logger.ts';

/** Calls to Cisco end so long before the invocation does, in milliseconds. */
const reserveMilliseconds = 10_000;

/** A batch is begun only while this is left: a removal, a look at what it did and the recording fit into it. */
const batchMilliseconds = 120_000;

/** The lock is held for one batch at a time; a worker that dies with it keeps others waiting so long at most. */
const lockMilliseconds = batchMilliseconds + 30_000;

/** What a function that releases blocks works with during one invocation. */
export interface ReleaseWorkbench {
  readonly ports: ReleasePorts;
  /** @throws ConfigurationProblem when the configuration does not have the list */
  readonly listOf: (name: DestinationListName) => ReleaseList;
}

/**
 * Prepares what outlives an invocation, once.
 * @returns makes the workbench of an invocation that has so many milliseconds left
 */
export function releaseWorkbenches(
  environment: { STAGE: StageName; TABLE_NAME: string; EVENT_BUS_NAME: string; MINT_FUNCTION_NAME: string },
  configuration: DeploymentConfiguration,
): (remainingMilliseconds: number) => ReleaseWorkbench {
  const time = { clock: systemClock, sleep: realSleep };
  const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
  const ledger = tableLedger(table);
  const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });
  const tokens = cloudTokens(environment);
  const logger = functionLogger();

  return (remainingMilliseconds) => {
    const now = systemClock.now().getTime();
    const signal = AbortSignal.timeout(Math.max(1, remainingMilliseconds - reserveMilliseconds));
    const reports = atReportsPace(httpClient({ ...time, random: Math.random }, { signal }), time);
    const clouds = functionClouds({ configuration, tokens, table, signal });
    return {
      listOf: targetDestinations({ configuration, clouds, warn: (message) => logger.warn(message) }),
      ports: {
        ...time,
        ledger,
        events,
        lock: {
          tryAcquire: (organisation) => {
            const leaseUntil = new Date(systemClock.now().getTime() + lockMilliseconds);
            return tableWriterLock({ ...table, ...time, leaseUntil }).tryAcquire(organisation);
          },
        },
        stopAt: new Date(now + remainingMilliseconds - batchMilliseconds),
        renewal: configuration.leases.renewWhileHit
          ? {
              stillSoughtIn: (organisation) =>
                reportedHits({
                  client: organisationClient(organisation, {
                    configuration,
                    http: reports,
                    tokensOf: tokens.secureAccess,
                  }),
                  clock: systemClock,
                }),
              leaseEndOf: (block, at) => usualLeaseEnd(block, configuration, at),
            }
          : undefined,
      },
    };
  };
}
