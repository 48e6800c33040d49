import { expect, it } from 'vitest';
import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import { atAdminPace } from '#shared/cisco/secure-access/admin-pace.ts';
import { AdvancingTime } from '../advancing-time.ts';

it('calls keep within 5 a second, 14 a minute and 350 in half an hour, however many they are', async () => {
  const time = new AdvancingTime();
  const sentAt: number[] = [];
  const http: HttpClient = {
    send: async () => {
      sentAt.push(time.now().getTime());
      if (sentAt.length % 3 === 0) throw new Error('a failed call counts too');
      return { status: 200, headers: new Headers(), body: {} };
    },
  };
  const slow = atAdminPace(http, { clock: time, sleep: time.sleep });
  const call = {
    method: 'GET',
    url: new URL('http://localhost'),
    headers: {},
    repetition: 'repeatable',
  } as const;

  for (let count = 0; count < 800; count++) await slow.send(call).catch(() => undefined);

  const mostWithin = (milliseconds: number) =>
    Math.max(
      ...sentAt.map((first) => sentAt.filter((at) => at >= first && at < first + milliseconds).length),
    );
  expect(time.slept[0]).toBe(5_200);
  expect(mostWithin(60_000)).toBeLessThanOrEqual(14);
  expect(mostWithin(1_800_000)).toBeLessThanOrEqual(350);
});
