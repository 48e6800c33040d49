import type { Attempt, HttpAnswer, HttpCall } from './http-call.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** How often and how patiently one call is repeated. */
export interface RetryLimits {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** First wait of our own, in milliseconds; each further one doubles it. */
  readonly firstWaitMilliseconds: number;
  /** Longest wait of our own, in milliseconds. A wait that the server names is taken as it is. */
  readonly longestWaitMilliseconds: number;
  /** A wait that the server names and that is longer, in milliseconds, is left to the caller. Default any. */
  readonly longestNamedWaitMilliseconds?: number;
}

/** For one organisation's API: with the answers of a minute's rate limit in mind. */
export const defaultRetryLimits: RetryLimits = {
  attempts: 6,
  firstWaitMilliseconds: 1_000,
  longestWaitMilliseconds: 16_000,
};

export type RetryDecision =
  | { readonly kind: 'take-answer'; readonly answer: HttpAnswer }
  | { readonly kind: 'retry'; readonly afterMilliseconds: number }
  /** Not again now. `afterSeconds` is the server's own wish, where it named one. */
  | { readonly kind: 'stop-retryable'; readonly afterSeconds?: number }
  /** Not again without a look at what is there. */
  | { readonly kind: 'stop-unknown' };

/**
 * Decides what to do after one attempt; pure.
 * @param attemptNumber counts from 1
 * @param random between 0 and 1: spreads our own waits over their second half
 * @param remainingMilliseconds of the call's total time; a wait that does not fit in is not begun
 */
export function decideRetry(
  call: Pick<HttpCall, 'repetition'>,
  attempt: Attempt,
  attemptNumber: number,
  context: { limits: RetryLimits; random: number; remainingMilliseconds: number; now: Date },
): RetryDecision {
  const wait = ownWait(attemptNumber, context);
  if (attempt.kind === 'not-sent') return repeat(wait);
  if (attempt.kind === 'answer-lost') {
    return call.repetition === 'repeatable' ? repeat(wait) : { kind: 'stop-unknown' };
  }
  const { status, headers } = attempt.answer;
  if (status !== 429 && status < 500) return { kind: 'take-answer', answer: attempt.answer };
  if (status !== 429 && call.repetition === 'once') return { kind: 'stop-unknown' };
  const named = retryAfterSeconds(headers, context.now);
  if (named === undefined) return repeat(wait);
  const isTooLong = named * 1000 > (context.limits.longestNamedWaitMilliseconds ?? Number.POSITIVE_INFINITY);
  return isTooLong ? { kind: 'stop-retryable', afterSeconds: named } : repeat(named * 1000, named);

  function repeat(afterMilliseconds: number, afterSeconds?: number): RetryDecision {
    const fits = afterMilliseconds < context.remainingMilliseconds;
    if (attemptNumber < context.limits.attempts && fits) return { kind: 'retry', afterMilliseconds };
    return { kind: 'stop-retryable', ...(afterSeconds === undefined ? {} : { afterSeconds }) };
  }
}

function ownWait(attemptNumber: number, { limits, random }: { limits: RetryLimits; random: number }): number {
  const full = Math.min(
    limits.longestWaitMilliseconds,
    limits.firstWaitMilliseconds * 2 ** (attemptNumber - 1),
  );
  return full / 2 + (full / 2) * random;
}
