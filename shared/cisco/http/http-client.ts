import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { Attempt, HttpAnswer, HttpCall } from './http-call.ts';
import { describeCall } from './redact.ts';
import { decideRetry, defaultRetryLimits, type RetryLimits } from './retry-ladder.ts';
import { sendOnce } from './send-once.ts';

export interface HttpClientPorts {
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
}

export interface HttpClientOptions {
  /** For one attempt, in milliseconds. Default 15,000. */
  readonly attemptTimeLimitMilliseconds?: number;
  /** For a call with all its attempts and waits, in milliseconds. Default 60,000. */
  readonly totalTimeLimitMilliseconds?: number;
  readonly retry?: RetryLimits;
  /** Ends every attempt and wait: the function's own time is nearly over. */
  readonly signal?: AbortSignal;
}

/** Sends calls to one of Cisco's clouds, patiently and within limits. */
export interface HttpClient {
  /**
   * The first answer that is worth reading: any but 429 and 5xx.
   * @throws RetryLater when the time or the attempts are used up and nothing has taken effect
   * @throws OutcomeUnknown when a call that may be sent only once was lost or failed on the server
   */
  send(call: HttpCall): Promise<HttpAnswer>;
}

export function httpClient(ports: HttpClientPorts, options: HttpClientOptions = {}): HttpClient {
  const attemptLimit = options.attemptTimeLimitMilliseconds ?? 15_000;
  const totalLimit = options.totalTimeLimitMilliseconds ?? 60_000;
  const limits = options.retry ?? defaultRetryLimits;

  return {
    async send(call) {
      const endsAt = ports.clock.now().getTime() + totalLimit;
      for (let attemptNumber = 1; ; attemptNumber++) {
        const attempt = await sendOnce(call, attemptSignal(endsAt));
        const now = ports.clock.now();
        const decision = decideRetry(call, attempt, attemptNumber, {
          limits,
          random: ports.random(),
          remainingMilliseconds: options.signal?.aborted ? 0 : endsAt - now.getTime(),
          now,
        });
        switch (decision.kind) {
          case 'take-answer':
            return decision.answer;
          case 'retry':
            await wait(decision.afterMilliseconds, call);
            break;
          case 'stop-unknown':
            throw new OutcomeUnknown(
              `${describeCall(call)}: ${describeAttempt(attempt)}. Whether it took effect is not known: read before repeating it.`,
              causeOf(attempt),
            );
          case 'stop-retryable':
            throw new RetryLater(
              `${describeCall(call)}: ${describeAttempt(attempt)} at attempt ${attemptNumber} of ${limits.attempts}; there is no time or attempt left for now.`,
              {
                ...causeOf(attempt),
                ...(decision.afterSeconds === undefined ? {} : { retryAfterSeconds: decision.afterSeconds }),
              },
            );
        }
      }
    },
  };

  async function wait(milliseconds: number, call: HttpCall): Promise<void> {
    try {
      await ports.sleep(milliseconds, options.signal);
    } catch (cause) {
      throw new RetryLater(`${describeCall(call)}: the time was over while waiting to try again.`, { cause });
    }
  }

  function attemptSignal(endsAt: number): AbortSignal {
    const left = Math.max(1, Math.min(attemptLimit, endsAt - ports.clock.now().getTime()));
    const timeout = AbortSignal.timeout(left);
    return options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  }
}

function describeAttempt(attempt: Attempt): string {
  if (attempt.kind === 'answered') return `HTTP ${attempt.answer.status}`;
  return attempt.kind === 'not-sent' ? 'the server could not be reached' : 'no complete answer came';
}

function causeOf(attempt: Attempt): { cause?: unknown } {
  return attempt.kind === 'answered' ? {} : { cause: attempt.cause };
}
