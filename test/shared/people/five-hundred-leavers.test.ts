import { expect, it } from 'vitest';
import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import { adminGapMilliseconds, atAdminPace } from '#shared/cisco/secure-access/admin-pace.ts';
import { readCsvFile } from '#shared/people/csv/read-csv-file.ts';
import { checkFuses } from '#shared/people/fuses/check-fuses.ts';
import { dueAt } from '#shared/people/lifecycle/effective-time.ts';
import { planMassLeave } from '#shared/people/mass-leave/plan-mass-leave.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';
import { lifecycleSource, peopleSettings } from './lifecycle/people-settings.ts';

const receivedAt = new Date('2026-11-20T15:00:00Z');
const settings = peopleSettings();
const zones = ['Europe/Zurich', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Asia/Tokyo'];

/** A site is closed: 500 people in five time zones leave on one day, eleven of them against their will. */
const file = [
  'email,last day,time zone,termination type',
  ...Array.from({ length: 500 }, (_, index) => {
    const type = index % 49 === 0 ? 'Involuntary' : 'Voluntary';
    return `p${index}@corp.example,2026-11-20,${zones[index % zones.length]},${type}`;
  }),
].join('\n');

function leaversInFile() {
  const { rows, endsInsideRow } = readCsvFile(Buffer.from(file), {
    settings,
    source: lifecycleSource({ kind: 'csv' }),
    receivedAt,
  });
  const requests = rows.flatMap(({ reading }) => (reading.kind === 'accepted' ? [reading.request] : []));
  return { requests, rowCount: rows.length, endsInsideRow };
}

it('500 leavers in one file are all held, with the reason', () => {
  const { requests, ...facts } = leaversInFile();
  const report = checkFuses(
    { requests, file: { content: 'changes', refusedRowCount: facts.rowCount - requests.length, ...facts } },
    {
      settings,
      known: { peopleCount: 2_000, administrators: [], recentLeavers: [], pendingLeavers: [] },
      now: receivedAt,
    },
  );
  expect(report.batchTrips.map(({ fuse }) => fuse)).toEqual(['many-leavers', 'many-leavers-percent']);
  expect(report.decisions.filter(({ kind }) => kind === 'held')).toHaveLength(500);
});

it('once approved, each is done in the planned time, within 14 requests a minute and 350 in half an hour', async () => {
  const time = new AdvancingTime(receivedAt);
  const slowestAnswerMilliseconds = 800;
  const { requestsPerLeaver } = settings;
  const sentAt: number[] = [];
  const http: HttpClient = {
    send: async () => {
      sentAt.push(time.now().getTime());
      await time.sleep((sentAt.length * 37) % slowestAnswerMilliseconds);
      return { status: 200, headers: new Headers(), body: {} };
    },
  };
  const paced = atAdminPace(http, { clock: time, sleep: time.sleep });
  const call = {
    method: 'GET',
    url: new URL('http://localhost'),
    headers: {},
    repetition: 'repeatable',
  } as const;

  const leavers = leaversInFile().requests.flatMap((request) =>
    request.kind === 'offboard' ? [request] : [],
  );
  const plan = planMassLeave(leavers, {
    startsAt: receivedAt,
    requestsPerLeaver,
    millisecondsPerRequest: adminGapMilliseconds + slowestAnswerMilliseconds,
  });
  for (const [index, { startsAt, endsBy }] of plan.turns.entries()) {
    await time.sleep(Math.max(0, startsAt.getTime() - time.now().getTime()));
    for (let count = 0; count < requestsPerLeaver - (index % 4); count++) await paced.send(call);
    expect(time.now().getTime()).toBeLessThanOrEqual(endsBy.getTime());
  }

  const involuntaryWaits = plan.turns
    .filter(({ request }) => request.departure === 'involuntary')
    .map(({ request, startsAt }) => {
      const possibleFrom = Math.max(dueAt(request.effective).getTime(), receivedAt.getTime());
      return startsAt.getTime() - possibleFrom;
    });
  expect(involuntaryWaits).toHaveLength(11);
  // At most five of them are due at once, behind the one who has begun.
  expect(Math.max(...involuntaryWaits)).toBeLessThanOrEqual(5 * requestsPerLeaver * 6_000);
  expect(plan.turns).toHaveLength(500);
  expect(plan.doneBy).toEqual(new Date(receivedAt.getTime() + 500 * requestsPerLeaver * 6_000));
  expect(mostWithin(60_000, sentAt)).toBeLessThanOrEqual(14);
  expect(mostWithin(1_800_000, sentAt)).toBeLessThanOrEqual(350);
});

/** The most that were sent in any span of time; `sentAt` is in order. */
function mostWithin(milliseconds: number, sentAt: readonly number[]): number {
  let from = 0;
  let most = 0;
  for (const [index, at] of sentAt.entries()) {
    while ((sentAt[from] ?? at) <= at - milliseconds) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
