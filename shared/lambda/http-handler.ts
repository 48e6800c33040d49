import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MiddlewareObj, MiddyfiedHandler } from '@middy/core';
import { RefusedInput } from '../errors/refused-input.ts';
import { RetryLater } from '../errors/retry-later.ts';
import { type HttpRequest, httpRequestFrom } from './http-request.ts';
import type { HttpResponse } from './http-response.ts';
import { middlewareStack, type Observability } from './middleware-stack.ts';
import { type ProblemKind, problemResponse } from './problem.ts';
import { RefusedRequest } from './refused-request.ts';

/** Suggested when nothing better is known: long enough for a throttled service to recover. */
const defaultRetryAfterSeconds = 5;

/**
 * A function behind a route of the HTTP API. `handle` gets a plain request and returns the answer or throws:
 * what was meant for the caller is shown as a problem document, everything else is a plain 500 outside
 * and a full log entry inside.
 */
export function httpHandler(
  observability: Observability,
  handle: (request: HttpRequest) => Promise<HttpResponse>,
): MiddyfiedHandler<unknown, HttpResponse> {
  return middlewareStack<unknown, HttpResponse>(observability)
    .use(problemResponses(observability))
    .handler(async (event: unknown) => {
      const request = httpRequestFrom(event);
      observability.logger.appendKeys({ apiRequestId: request.apiRequestId });
      return handle(request);
    });
}

function problemResponses({ logger, metrics }: Observability): MiddlewareObj<unknown, HttpResponse> {
  return {
    onError(request) {
      const refusal = refusalFor(request.error);
      if (refusal.isOurs) {
        logger.error('Request failed', { problem: refusal.kind, error: request.error });
        metrics.addMetric('RequestsFailed', MetricUnit.Count, 1);
      } else {
        logger.warn('Request refused', { problem: refusal.kind, detail: refusal.detail });
        metrics.addMetric('RequestsRefused', MetricUnit.Count, 1);
      }
      // Set and not returned: a returned answer would keep the middlewares around us from finishing.
      request.response = problemResponse({ ...refusal, requestId: apiRequestIdOf(request.event) });
    },
  };
}

interface Refusal {
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the cause lies with us: then it is logged in full, and the caller learns nothing of it. */
  readonly isOurs: boolean;
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof RefusedRequest) {
    return { kind: error.kind, detail: error.message, headers: error.headers, isOurs: false };
  }
  if (error instanceof RefusedInput) {
    return { kind: 'not-understood', detail: error.message, isOurs: false };
  }
  if (error instanceof RetryLater) {
    const retryAfterSeconds = Math.ceil(error.retryAfterSeconds) || defaultRetryAfterSeconds;
    return {
      kind: 'try-again-later',
      detail: `A service that this request needs did not answer. Send the same request again after ${retryAfterSeconds} s: repeating it is safe.`,
      headers: { 'retry-after': String(retryAfterSeconds) },
      isOurs: true,
    };
  }
  return {
    kind: 'internal-error',
    detail: 'The operators find the cause in the log under this requestId.',
    isOurs: true,
  };
}

function apiRequestIdOf(event: unknown): string {
  try {
    return httpRequestFrom(event).apiRequestId;
  } catch {
    // What called us was not the HTTP API, so there is no such id.
    return 'unknown';
  }
}
