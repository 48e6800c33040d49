import { expect, it } from 'vitest';
import { atReportsPace } from '#shared/cisco/secure-access/reports/reports-pace.ts';
import { AdvancingTime } from '../../advancing-time.ts';

const call = {
  method: 'GET',
  url: new URL('https://api.example/reports/v2/top-identities'),
  headers: {},
  repetition: 'repeatable',
} as const;

function paced() {
  const time = new AdvancingTime();
  const sentAt: number[] = [];
  const start = time.now().getTime();
  const http = atReportsPace(
    {
      async send() {
        sentAt.push(time.now().getTime() - start);
        return { status: 200, headers: new Headers(), body: {} };
      },
    },
    { clock: time, sleep: time.sleep },
  );
  return { http, time, sentAt };
}

it('sends no more than five calls a second', async () => {
  const { http, sentAt } = paced();
  for (let number = 1; number <= 6; number += 1) await http.send(call);
  expect(sentAt).toEqual([0, 250, 500, 750, 1_000, 1_250]);
});

it('keeps calls apart that are made at the same time', async () => {
  const waited: number[] = [];
  const clock = { now: () => new Date('2026-01-01T08:00:00Z') };
  const sleep = async (milliseconds: number) => {
    waited.push(milliseconds);
  };
  const answered = { send: async () => ({ status: 200, headers: new Headers(), body: {} }) };
  const http = atReportsPace(answered, { clock, sleep });
  await Promise.all([http.send(call), http.send(call), http.send(call)]);
  expect(waited).toEqual([250, 500]);
});

it('does not wait after a pause', async () => {
  const { http, time } = paced();
  await http.send(call);
  time.pass(500);
  await http.send(call);
  expect(time.slept).toEqual([]);
});
