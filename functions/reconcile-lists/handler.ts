import type { Context } from 'aws-lambda';
import { documentClient, eventBridgeClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { tableLedger } from '#shared/aws/table/ledger.ts';
import { tableListRecords } from '#shared/aws/table/list-records.ts';
import { tableWriterLock } from '#shared/aws/table/writer-lock.ts';
import { reconcileLists } from '#shared/iocs/reconciliation/reconcile-lists.ts';
import type { FailedComparison } from '#shared/iocs/reconciliation/reconcile-organisation.ts';
import {
  type ReconciliationReport,
  reconcileRequestSchema,
} from '#shared/iocs/reconciliation/reconciliation-report.ts';
import { cloudTokens } from '#shared/lambda/cloud-tokens.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionClouds } from '#shared/lambda/function-clouds.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { organisationsToCompare } from './organisations-to-compare.ts';
import { reportComparison } from './report-comparison.ts';

/** Kept free for ending the batch that is under way, a last look at its list and the report, in milliseconds. */
const reserveMilliseconds = 30_000;

/** Kept free of calls to Cisco, in milliseconds: less, since the last look comes when the time is over. */
const reportMilliseconds = 5_000;

const environment = readEnvironment('reconcile-lists');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const time = { clock: systemClock, sleep: realSleep };
const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });
const tokens = cloudTokens(environment);

/** Called nightly by a schedule with `{}`, and by people with `{}` or `{ "destinationList": "…" }`. */
export const handler = middlewareStack<unknown, ReconciliationReport>(observability).handler(
  async (event: unknown, context: Context) => {
    const { destinationList } = reconcileRequestSchema.parse(event);
    const remaining = context.getRemainingTimeInMillis();
    const signal = AbortSignal.timeout(Math.max(1, remaining - reportMilliseconds));
    const clouds = functionClouds({ configuration, tokens, table, signal });
    const warn = (message: string) => observability.logger.warn(message);
    const organisations = organisationsToCompare(destinationList, { configuration, clouds, warn });
    const failures: FailedComparison[] = [];
    const report = await reconcileLists(
      organisations,
      environment.STAGE,
      {
        ...time,
        ledger: tableLedger(table),
        lockUntil: (leaseUntil) => tableWriterLock({ ...table, ...time, leaseUntil }),
        records: tableListRecords(table),
        events,
        finishBy: new Date(systemClock.now().getTime() + remaining - reserveMilliseconds),
      },
      (failure) => failures.push(failure),
    );
    reportComparison(report, failures, observability);
    return report;
  },
);
