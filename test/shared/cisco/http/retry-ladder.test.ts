import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt, HttpCall } from '#shared/cisco/http/http-call.ts';
import { decideRetry, defaultRetryLimits } from '#shared/cisco/http/retry-ladder.ts';

const context = {
  limits: defaultRetryLimits,
  random: 0,
  remainingMilliseconds: 60_000,
  now: new Date('2026-01-01T08:00:00Z'),
};

function answered(status: number, retryAfter?: string): Attempt {
  const headers = new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter });
  return { kind: 'answered', answer: { status, headers, body: undefined } };
}

const notSent: Attempt = { kind: 'not-sent', cause: new Error('connection refused') };
const answerLost: Attempt = { kind: 'answer-lost', cause: new Error('socket closed') };

describe('after the first attempt', () => {
  it.each<[attempt: string, repetition: HttpCall['repetition'], attempt: Attempt, decision: object]>([
    ['200', 'repeatable', answered(200), { kind: 'take-answer' }],
    ['200', 'once', answered(200), { kind: 'take-answer' }],
    ['302', 'once', answered(302), { kind: 'take-answer' }],
    ['400', 'repeatable', answered(400), { kind: 'take-answer' }],
    ['401', 'once', answered(401), { kind: 'take-answer' }],
    ['403', 'repeatable', answered(403), { kind: 'take-answer' }],
    ['429', 'repeatable', answered(429), { kind: 'retry', afterMilliseconds: 500 }],
    ['429', 'once', answered(429), { kind: 'retry', afterMilliseconds: 500 }],
    ['429 with Retry-After', 'repeatable', answered(429, '7'), { kind: 'retry', afterMilliseconds: 7_000 }],
    ['429 with Retry-After', 'once', answered(429, '7'), { kind: 'retry', afterMilliseconds: 7_000 }],
    ['429 with no wait', 'once', answered(429, '0'), { kind: 'retry', afterMilliseconds: 0 }],
    ['429, odd Retry-After', 'once', answered(429, 'soon'), { kind: 'retry', afterMilliseconds: 500 }],
    ['429, too long a wait', 'once', answered(429, '60'), { kind: 'stop-retryable', afterSeconds: 60 }],
    ['500', 'repeatable', answered(500), { kind: 'retry', afterMilliseconds: 500 }],
    ['500', 'once', answered(500), { kind: 'stop-unknown' }],
    ['503 with Retry-After', 'repeatable', answered(503, '7'), { kind: 'retry', afterMilliseconds: 7_000 }],
    ['503 with Retry-After', 'once', answered(503, '7'), { kind: 'stop-unknown' }],
    ['no connection', 'repeatable', notSent, { kind: 'retry', afterMilliseconds: 500 }],
    ['no connection', 'once', notSent, { kind: 'retry', afterMilliseconds: 500 }],
    ['a lost answer', 'repeatable', answerLost, { kind: 'retry', afterMilliseconds: 500 }],
    ['a lost answer', 'once', answerLost, { kind: 'stop-unknown' }],
  ])('%s of a call that is %s', (_named, repetition, attempt, decision) => {
    expect(decideRetry({ repetition }, attempt, 1, context)).toMatchObject(decision);
  });
});

describe('a wait that the server names', () => {
  it.each<[seconds: string, decision: object]>([
    ['5', { kind: 'retry', afterMilliseconds: 5_000 }],
    ['6', { kind: 'stop-retryable', afterSeconds: 6 }],
    ['3172s', { kind: 'stop-retryable', afterSeconds: 3_172 }],
  ])('as %s, where 5 seconds are the longest that is waited for', (seconds, decision) => {
    const limits = { ...defaultRetryLimits, longestNamedWaitMilliseconds: 5_000 };
    expect(
      decideRetry({ repetition: 'repeatable' }, answered(429, seconds), 1, { ...context, limits }),
    ).toEqual(decision);
  });
});

describe('our own waits', () => {
  const waitsAfter = (random: number) =>
    [1, 2, 3, 4, 5].map((attemptNumber) =>
      decideRetry({ repetition: 'repeatable' }, answered(500), attemptNumber, { ...context, random }),
    );

  it.each([
    ['least', 0, [500, 1_000, 2_000, 4_000, 8_000]],
    ['most', 1, [1_000, 2_000, 4_000, 8_000, 16_000]],
  ])('double each time; at the %s luck they are $2', (_luck, random, waits) => {
    expect(waitsAfter(random)).toEqual(
      waits.map((afterMilliseconds) => ({ kind: 'retry', afterMilliseconds })),
    );
  });

  it('stay between half of the full wait and the whole, and below the longest', () => {
    const limits = { ...defaultRetryLimits, attempts: 100 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attemptNumber, random) => {
          const decision = decideRetry({ repetition: 'once' }, notSent, attemptNumber, {
            ...context,
            limits,
            random,
          });
          if (decision.kind !== 'retry') throw new Error(`expected another try, not ${decision.kind}`);
          const full = Math.min(16_000, 1_000 * 2 ** (attemptNumber - 1));
          expect(decision.afterMilliseconds).toBeGreaterThanOrEqual(full / 2);
          expect(decision.afterMilliseconds).toBeLessThanOrEqual(full);
        },
      ),
    );
  });
});

describe('the end of patience', () => {
  it('comes with the last attempt', () => {
    const { attempts } = defaultRetryLimits;
    expect(decideRetry({ repetition: 'once' }, notSent, attempts, context)).toEqual({
      kind: 'stop-retryable',
    });
    expect(decideRetry({ repetition: 'once' }, answered(429, '3'), attempts, context)).toEqual({
      kind: 'stop-retryable',
      afterSeconds: 3,
    });
  });

  it.each([
    [501, 'retry'],
    [500, 'stop-retryable'],
    [0, 'stop-retryable'],
    [-1, 'stop-retryable'],
  ])('comes when a wait of 500 ms does not fit into the %i ms that are left: %s', (left, kind) => {
    const decision = decideRetry({ repetition: 'repeatable' }, answered(500), 1, {
      ...context,
      remainingMilliseconds: left,
    });
    expect(decision.kind).toBe(kind);
  });

  it('never lets the waits exceed the total time, whatever the server names', () => {
    const attempt = fc.oneof(
      fc.constantFrom(notSent, answerLost, answered(500), answered(429)),
      fc.integer({ min: 0, max: 1_000 }).map((seconds) => answered(429, String(seconds))),
    );
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 10, maxLength: 10 }), (attempts) => {
        let left = 60_000;
        for (const [index, each] of attempts.entries()) {
          const decision = decideRetry({ repetition: 'repeatable' }, each, index + 1, {
            ...context,
            remainingMilliseconds: left,
          });
          if (decision.kind !== 'retry') break;
          expect(index + 1).toBeLessThan(defaultRetryLimits.attempts);
          left -= decision.afterMilliseconds;
        }
        expect(left).toBeGreaterThan(0);
      }),
    );
  });
});
