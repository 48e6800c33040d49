import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableDecisions } from '#shared/aws/table/decisions.ts';
import { tableLedger } from '#shared/aws/table/ledger.ts';
import { tableRequestOutcomes } from '#shared/aws/table/request-outcomes.ts';
import { tableWriterLock } from '#shared/aws/table/writer-lock.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { EventPublisher } from '#shared/events/event-publisher.ts';
import type { WorkerPorts } from '#shared/iocs/blocking/worker-ports.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** A lease outlives its invocation by this much, so that clocks may differ a little, in milliseconds. */
const leaseMarginMilliseconds = 5_000;

/** Everything the worker touches, for one invocation that may last as long as is left. */
export function workerPorts(
  context: {
    table: { documents: DynamoDBDocumentClient; tableName: string };
    events: EventPublisher;
    configuration: DeploymentConfiguration;
    touchedIdentitiesOf: WorkerPorts['touchedIdentitiesOf'];
  },
  remainingMilliseconds: number,
): WorkerPorts {
  const { table, events, configuration, touchedIdentitiesOf } = context;
  const now = systemClock.now().getTime();
  return {
    lock: tableWriterLock({
      ...table,
      clock: systemClock,
      sleep: realSleep,
      leaseUntil: new Date(now + remainingMilliseconds + leaseMarginMilliseconds),
    }),
    ledger: tableLedger(table),
    outcomes: tableRequestOutcomes(table),
    decisions: tableDecisions(table),
    events,
    clock: systemClock,
    sleep: realSleep,
    settings: configuration,
    touchedIdentitiesOf,
    newPostId: randomUUID,
    waitForLockUntil: new Date(now + remainingMilliseconds / 2),
    lookUpIdentitiesUntil: new Date(now + remainingMilliseconds / 3),
  };
}
