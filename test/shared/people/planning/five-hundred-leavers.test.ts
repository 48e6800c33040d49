import { expect, it } from 'vitest';
import { adminGapMilliseconds } from '#shared/cisco/secure-access/admin-pace.ts';
import { dueAt } from '#shared/people/lifecycle/effective-time.ts';
import { PlannerBench } from './planner-bench.ts';

const zones = ['Europe/Zurich', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Asia/Tokyo'];

/** A site is closed: 500 people in five time zones leave on one day, eleven of them against their will. */
const file = [
  'email,last day,time zone,termination type',
  ...Array.from({ length: 500 }, (_, index) => {
    const type = index % 49 === 0 ? 'Involuntary' : 'Voluntary';
    return `p${index}@corp.example,2026-11-20,${zones[index % zones.length]},${type}`;
  }),
].join('\n');

const turnMilliseconds = 12 * 6_000;

async function droppedFile() {
  const bench = new PlannerBench('2026-11-20T15:00:00Z', { settings: { sources: { hr: { kind: 'csv' } } } });
  const outcome = await bench.plan(bench.dropped('hr/site-closed.csv', file));
  if (outcome.kind !== 'accepted') throw new Error('The file was not accepted.');
  return { bench, outcome };
}

it('500 leavers in one file are held, nothing begins, and who decides is told why and until when', async () => {
  const { bench, outcome } = await droppedFile();
  expect(outcome.counts).toEqual({ accepted: 0, held: 500, idle: 0, refused: 0 });
  expect(bench.tasks.waiting()).toEqual([]);
  expect(bench.details('PeopleHeld')).toEqual([
    expect.objectContaining({
      batchId: outcome.batchId,
      heldCount: 500,
      fuses: [
        expect.objectContaining({ fuse: 'many-leavers', people: 500 }),
        expect.objectContaining({ fuse: 'many-leavers-percent', people: 500 }),
      ],
      doneBy: new Date(bench.now.getTime() + 500 * turnMilliseconds).toISOString(),
    }),
  ]);
});

it('once approved, each begins when it is due, one after the other, and is done within its planned time', async () => {
  const { bench, outcome } = await droppedFile();
  await bench.plan(
    bench.command('HeldPeopleDecided', {
      batchId: outcome.batchId,
      verdict: 'approved',
      decidedBy: 'ops',
      decidedAt: bench.now.toISOString(),
    }),
  );

  const worked: { from: number; until: number }[] = [];
  for (const { task, at } of bench.tasks.waiting().filter(({ task }) => task.task === 'carry-out')) {
    const change = await bench.changeOf(task.email);
    if (change.standing.state !== 'planned') throw new Error('Somebody is not planned.');
    const { startsAt, endsBy } = change.standing;
    // The worker takes the task when it comes, after the one before, with 8 to 12 calls at the pace of the admin API.
    const from = Math.max(at.getTime(), worked.at(-1)?.until ?? 0);
    const until = from + (8 + (worked.length % 5)) * (adminGapMilliseconds + 800);
    worked.push({ from, until });
    expect(from).toBeGreaterThanOrEqual(
      Math.max(dueAt(change.request.effective).getTime(), startsAt.getTime()),
    );
    expect(until).toBeLessThanOrEqual(endsBy.getTime());
  }
  expect(worked).toHaveLength(500);
});

it('a hostile leaver who is heard of meanwhile goes first, and all others keep a planned time of their own', async () => {
  const { bench, outcome } = await droppedFile();
  await bench.plan(
    bench.command('HeldPeopleDecided', {
      batchId: outcome.batchId,
      verdict: 'approved',
      decidedBy: 'ops',
      decidedAt: bench.now.toISOString(),
    }),
  );
  bench.now = new Date('2026-11-20T20:00:00Z');
  const command = bench.command('OffboardRequested', { email: 'mallory@corp.example', immediate: true });
  expect(await bench.plan(command)).toMatchObject({ kind: 'accepted', counts: { accepted: 1 } });

  const carryOuts = bench.tasks.waiting().filter(({ task }) => task.task === 'carry-out');
  expect(carryOuts[0]).toMatchObject({ task: { email: 'mallory@corp.example' }, at: bench.now });
  const starts = carryOuts.map(({ at }) => at.getTime());
  expect(starts).toHaveLength(501);
  expect(
    starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) >= turnMilliseconds),
  ).toBe(true);
});
