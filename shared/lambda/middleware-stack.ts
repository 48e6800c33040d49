import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import { RetryLater } from '../errors/retry-later.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';

/** What every function is observed with. */
export interface Observability {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Left for an orderly answer and the last log lines before Lambda ends the invocation. */
const reserveBeforeTimeoutMilliseconds = 500;

/**
 * The one stack of middlewares: log lines know the invocation, metrics are written at its end, and a function
 * that runs out of time says so instead of being cut off. Handlers add only what is their own.
 *
 * @see https://middy.js.org/docs/intro/early-interrupt
 */
export function middlewareStack<Event, Result>({
  logger,
  metrics,
}: Observability): MiddyfiedHandler<Event, Result> {
  return middy<Event, Result>({
    timeoutEarlyInMillis: reserveBeforeTimeoutMilliseconds,
    timeoutEarlyResponse: () => {
      throw new RetryLater('The function ran out of time before its work was done.');
    },
  })
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(storedMetrics(metrics));
}

/** Powertools' own middleware prints a warning, which is no JSON line, when an invocation has measured nothing. */
function storedMetrics(metrics: Metrics): MiddlewareObj {
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: publish, onError: publish };
}
