import { expect, it } from 'vitest';
import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import { atPlatformPace } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import { AdvancingTime } from '../advancing-time.ts';

const call = {
  method: 'GET',
  url: new URL('http://localhost'),
  headers: {},
  repetition: 'repeatable',
} as const;

it('at most four calls begin in a second, failed ones too', async () => {
  const time = new AdvancingTime();
  const sentAt: number[] = [];
  const http: HttpClient = {
    send: async () => {
      sentAt.push(time.now().getTime());
      if (sentAt.length % 3 === 0) throw new Error('a failed call counts too');
      return { status: 200, headers: new Headers(), body: {} };
    },
  };
  const slow = atPlatformPace(http, { clock: time, sleep: time.sleep });

  for (let count = 0; count < 20; count++) await slow.send(call).catch(() => undefined);

  const inASecond = sentAt.map((first) => sentAt.filter((at) => at >= first && at < first + 1_000).length);
  expect(sentAt).toHaveLength(20);
  expect(Math.max(...inASecond)).toBe(4);
});

it('calls that are made at the same time wait one after the other', async () => {
  const { sleep, slept } = new AdvancingTime();
  const standing = { now: () => new Date('2026-01-01T08:00:00Z') };
  const http: HttpClient = { send: async () => ({ status: 200, headers: new Headers(), body: {} }) };
  const slow = atPlatformPace(http, { clock: standing, sleep });

  await Promise.all([slow.send(call), slow.send(call), slow.send(call)]);

  expect(slept).toEqual([250, 500]);
});
