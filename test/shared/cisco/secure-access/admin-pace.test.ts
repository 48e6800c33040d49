import { describe, expect, it } from 'vitest';
import { CallHistory } from '#shared/cisco/http/call-history.ts';
import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import { adminGapMilliseconds, adminWindows, atAdminPace } from '#shared/cisco/secure-access/admin-pace.ts';
import { AdvancingTime } from '../advancing-time.ts';

const call = {
  method: 'GET',
  url: new URL('http://localhost'),
  headers: {},
  repetition: 'repeatable',
} as const;

/** A cloud that counts; every third call fails, and each takes some time. */
function countingCloud(time: AdvancingTime) {
  const sentAt: number[] = [];
  const http: HttpClient = {
    send: async () => {
      await time.sleep((sentAt.length * 41) % 700);
      sentAt.push(time.now().getTime());
      await time.sleep((sentAt.length * 29) % 300);
      if (sentAt.length % 3 === 0) throw new Error('a failed call counts too');
      return { status: 200, headers: new Headers(), body: {} };
    },
  };
  const mostWithin = (milliseconds: number) =>
    Math.max(
      ...sentAt.map((first) => sentAt.filter((at) => at >= first && at < first + milliseconds).length),
    );
  return { http, sentAt, mostWithin };
}

describe('calls at the pace of the admin API', () => {
  it('keep within 5 a second, 14 a minute and 350 in half an hour, however many they are', async () => {
    const time = new AdvancingTime();
    const { http, mostWithin } = countingCloud(time);
    const slow = atAdminPace(http, { clock: time, sleep: time.sleep });

    for (let count = 0; count < 800; count++) await slow.send(call).catch(() => undefined);

    for (const { calls, milliseconds } of adminWindows) {
      expect(mostWithin(milliseconds)).toBeLessThanOrEqual(calls);
    }
  });

  it('are made at once while they are few', async () => {
    const time = new AdvancingTime();
    const { http } = countingCloud(time);
    const slow = atAdminPace(http, { clock: time, sleep: time.sleep });
    const startedAt = time.now().getTime();

    for (let count = 0; count < 14; count++) await slow.send(call).catch(() => undefined);

    expect(time.now().getTime() - startedAt).toBeLessThan(15_000);
  });

  it('are never later than on average, so that what was planned by the average holds', async () => {
    const time = new AdvancingTime();
    const http: HttpClient = { send: async () => ({ status: 200, headers: new Headers(), body: {} }) };
    const slow = atAdminPace(http, { clock: time, sleep: time.sleep });
    const startedAt = time.now().getTime();

    for (let count = 0; count < 2_000; count++) {
      await slow.send(call);
      expect(time.now().getTime() - startedAt).toBeLessThanOrEqual((count + 1) * adminGapMilliseconds);
    }
  });

  it('count those of an earlier run of the function', async () => {
    const time = new AdvancingTime();
    const { http, sentAt } = countingCloud(time);
    const now = time.now().getTime();
    const earlier = Array.from({ length: 14 }, (_, index) => now - 30_000 + index);
    const slow = atAdminPace(
      http,
      { clock: time, sleep: time.sleep },
      new CallHistory(adminWindows, earlier),
    );

    await slow.send(call);

    expect(sentAt[0]).toBeGreaterThanOrEqual(now + 30_000);
  });
});
