import type { MiddyfiedHandler } from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { documentClient, eventBridgeClient, queueClient } from '../aws/clients.ts';
import { eventBridgePublisher } from '../aws/event-bridge-publisher.ts';
import { postponeMessages } from '../aws/message-postponement.ts';
import { LeaseLock } from '../aws/table/lease-lock.ts';
import { tablePeopleChanges } from '../aws/table/people/people-changes.ts';
import { tableStepJournal } from '../aws/table/people/step-journal.ts';
import { tableWorkerLock } from '../aws/table/people/worker-lock.ts';
import type { PeopleSettings } from '../config/people.ts';
import { type MessageResult, type Shift, workMessages } from '../people/working/work-messages.ts';
import { systemClock } from '../time/clock.ts';
import { realSleep } from '../time/sleep.ts';
import type { FunctionEnvironment } from './environment.ts';
import type { Observability } from './middleware-stack.ts';
import { middlewareStack } from './middleware-stack.ts';
import { personTasks } from './person-tasks.ts';
import { reportTasks } from './report-tasks.ts';
import { returnMessages } from './return-messages.ts';

/** Kept free at the end of an invocation for writing down how far it came, in milliseconds. */
const reserveMilliseconds = 30_000;

/** The lock outlives its invocation by this much, so that clocks may differ a little, in milliseconds. */
const leaseMarginMilliseconds = 10_000;

export interface PersonTaskHandlerOptions {
  readonly environment: FunctionEnvironment<'onboard-user' | 'offboard-user'>;
  /** The function's own queue. */
  readonly queueUrl: string;
  readonly settings: Pick<PeopleSettings, 'timeZone'>;
  readonly observability: Observability;
  /**
   * Called when it is this worker's turn.
   * @param invocation.signal ends all calls to clouds in time for writing down how far they came
   */
  readonly beginShift: (invocation: { readonly signal: AbortSignal }) => Promise<Shift>;
}

/** A function that does tasks about people from its queue: one person at a time, whichever function does it. */
export function personTaskHandler(
  options: PersonTaskHandlerOptions,
): MiddyfiedHandler<SQSEvent, SQSBatchResponse> {
  const { environment, queueUrl, settings, observability } = options;
  const { logger } = observability;
  const time = { clock: systemClock, sleep: realSleep };
  const queue = queueClient();
  const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
  const lock = new LeaseLock({ ...table, clock: systemClock });
  const ports = {
    ...time,
    changes: tablePeopleChanges(table),
    journal: tableStepJournal(table),
    schedule: personTasks(environment, { queue, clock: systemClock }),
    events: eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME }),
    timeZone: settings.timeZone,
    reportUnexpected: (error: unknown) =>
      logger.error('A step failed in a way that nobody foresaw', { error }),
  };

  return middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
    async (event: SQSEvent, context: Context) => {
      const remaining = context.getRemainingTimeInMillis();
      const now = systemClock.now().getTime();
      const results = await workMessages(
        event.Records,
        () => options.beginShift({ signal: signalAt(now + remaining - reserveMilliseconds) }),
        {
          ...ports,
          lock: tableWorkerLock(lock, new Date(now + remaining + leaseMarginMilliseconds)),
          waitUntil: new Date(now + remaining / 2),
          stopAt: new Date(now + remaining - reserveMilliseconds),
        },
      );
      reportTasks(results, observability);
      return giveBack(event, results);
    },
  );

  function signalAt(milliseconds: number): AbortSignal {
    return AbortSignal.timeout(Math.max(1, milliseconds - systemClock.now().getTime()));
  }

  /** Whoever waits for its turn waits just so long; what failed waits longer each time. */
  async function giveBack(event: SQSEvent, results: readonly MessageResult[]): Promise<SQSBatchResponse> {
    const failed = results.filter((result) => result.kind === 'return');
    const { batchItemFailures } = await returnMessages(event, failed, { queue, queueUrl, logger });
    const waiting = event.Records.flatMap(({ messageId, receiptHandle }) => {
      const result = results.find((one) => one.messageId === messageId);
      return result?.kind === 'wait' ? [{ messageId, receiptHandle, waitSeconds: result.waitSeconds }] : [];
    });
    try {
      await postponeMessages(queue, queueUrl, waiting);
    } catch (error) {
      // They come back all the same, after the queue's own visibility timeout.
      logger.warn('Messages could not be given their own wait', { error });
    }
    const waits = waiting.map(({ messageId }) => ({ itemIdentifier: messageId }));
    return { batchItemFailures: [...batchItemFailures, ...waits] };
  }
}
