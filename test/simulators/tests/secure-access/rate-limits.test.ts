import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedRateLimits, RateLimits } from '../../secure-access/rate-limits.ts';
import { it } from './simulator-test.ts';

const lists = '/policies/v2/destinationlists';

describe('the rate limits', () => {
  it('give a key 20 tokens a minute and one more when the first is a minute old', async ({
    simulator,
    api,
  }) => {
    for (let number = 2; number <= 20; number += 1) expect((await api.signIn()).status).toBe(200);
    expect((await api.signIn()).status).toBe(429);
    simulator.control.advanceClock(60);
    expect((await api.signIn()).status).toBe(200);
  });

  it('count each key alone', async ({ simulator, api }) => {
    simulator.control.changeSettings({
      rateLimits: { ...publishedRateLimits.rateLimits, policiesPerMinute: 1 },
    });
    simulator.control.putKey({ key: 'other', secret: 'other-secret', scopes: ['policies:read'] });
    expect((await api.call('GET', lists)).status).toBe(200);
    expect((await api.call('GET', lists)).status).toBe(429);
    await api.signIn({ key: 'other', secret: 'other-secret' });
    expect((await api.call('GET', lists)).status).toBe(200);
  });

  it('discard a request over the limit, without telling how long to wait', async ({ simulator, api }) => {
    simulator.control.changeSettings({
      rateLimits: { ...publishedRateLimits.rateLimits, policiesPerMinute: 1 },
    });
    await api.call('GET', lists);
    const answer = await api.call('POST', `${lists}/7001234/destinations`, [{ destination: 'bad.example' }]);
    expect(answer.status).toBe(429);
    expect(answer.headers.has('retry-after')).toBe(false);
    expect(simulator.control.destinations(7_001_234)).toEqual([]);
  });

  it('tell how long to wait when told so', async ({ simulator, api }) => {
    simulator.control.changeSettings({
      rateLimits: { ...publishedRateLimits.rateLimits, policiesPerMinute: 1 },
      retryAfterHeader: 'present',
    });
    await api.call('GET', lists);
    simulator.control.advanceClock(45);
    expect((await api.call('GET', lists)).headers.get('retry-after')).toBe('15');
  });
});

describe('counting over sliding windows', () => {
  const settings = {
    ...publishedRateLimits,
    rateLimits: { tokensPerMinute: 1, policiesPerMinute: 3, policiesPerHour: 5 },
  };

  test.each([
    { scope: 'token', requests: 20, waitSeconds: 60 },
    { scope: 'policies', requests: 2_000, waitSeconds: 60 },
    { scope: 'admin', requests: 5, waitSeconds: 1 },
  ] as const)('admits $requests requests of scope $scope at once', ({ scope, requests, waitSeconds }) => {
    const limits = new RateLimits();
    const now = new Date(0);
    for (let number = 1; number <= requests; number += 1) {
      expect(limits.admit('key', scope, now, publishedRateLimits)).toEqual({ admitted: true });
    }
    expect(limits.admit('key', scope, now, publishedRateLimits)).toEqual({
      admitted: false,
      retryAfterSeconds: waitSeconds,
    });
  });

  test('admits no more than each window allows, and after the wait that it names admits again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), (pauses) => {
        const limits = new RateLimits();
        const admitted: number[] = [];
        let seconds = 0;
        for (const pause of pauses) {
          seconds += pause;
          const admission = limits.admit('key', 'policies', new Date(seconds * 1_000), settings);
          if (!admission.admitted) {
            seconds += admission.retryAfterSeconds;
            const again = limits.admit('key', 'policies', new Date(seconds * 1_000), settings);
            expect(again.admitted).toBe(true);
          }
          admitted.push(seconds);
          expect(admitted.filter((time) => time > seconds - 60).length).toBeLessThanOrEqual(3);
          expect(admitted.filter((time) => time > seconds - 3_600).length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});
