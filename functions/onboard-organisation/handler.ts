import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { queueClient } from '#shared/aws/clients.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { type ReturnedMessage, returnMessages } from '#shared/lambda/return-messages.ts';
import { workOnOrder } from '#shared/organisations/orders/work-on-order.ts';
import { orderPorts } from './order-ports.ts';
import { readOrders } from './read-orders.ts';
import { reportOutcome } from './report-outcome.ts';

/** Kept free at the end of an invocation for writing down how far it came, in milliseconds. */
const reserveMilliseconds = 30_000;

/** An order that has less than this is left to the next invocation, in milliseconds. */
const leastMilliseconds = 60_000;

const environment = readEnvironment('onboard-organisation');
const portsFor = orderPorts(environment, readConfiguration());
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const queue = queueClient();

export const handler = middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
  async (event: SQSEvent, { getRemainingTimeInMillis }: Context) => {
    const { orders, refused } = readOrders(event);
    const returned: ReturnedMessage[] = [...refused];
    for (const { messageId, order } of orders) {
      const milliseconds = getRemainingTimeInMillis() - reserveMilliseconds;
      const answer =
        milliseconds < leastMilliseconds
          ? { messageId, retryAfterSeconds: 0, cause: new RetryLater('Its turn comes in the next run.') }
          : await workOn(messageId, () => workOnOrder(order, portsFor(AbortSignal.timeout(milliseconds))));
      if (answer) returned.push(answer);
    }
    for (const { messageId, cause } of returned) {
      observability.logger[cause instanceof RetryLater ? 'info' : 'error']('Message given back', {
        messageId,
        error: cause,
      });
    }
    return returnMessages(event, returned, {
      queue,
      queueUrl: environment.ONBOARD_ORGANISATION_QUEUE_URL,
      logger: observability.logger,
    });
  },
);

/** @returns what goes back into the queue, if it does: one order that fails keeps no other from being worked on */
async function workOn(
  messageId: string,
  work: () => ReturnType<typeof workOnOrder>,
): Promise<ReturnedMessage | undefined> {
  try {
    const outcome = await work();
    reportOutcome(messageId, outcome, observability);
    return outcome.kind === 'again' ? { messageId, ...outcome } : undefined;
  } catch (cause) {
    const retryAfterSeconds = cause instanceof RetryLater ? cause.retryAfterSeconds : 0;
    return { messageId, retryAfterSeconds, cause };
  }
}
