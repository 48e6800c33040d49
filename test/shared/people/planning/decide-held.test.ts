import { describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { type BatchId, batchIdSchema } from '#shared/people/changes/batch-id.ts';
import { PlannerBench } from './planner-bench.ts';

const header = 'email,last day';
const rows = ['ada', 'bob', 'eve'].map((name) => `${name}@corp.example,2026-11-28`);

/** Three leavers in one file, of whom no more than two may leave without a person's consent. */
async function threeHeld() {
  const bench = new PlannerBench('2026-11-20T12:00:00Z', {
    settings: { sources: { hr: { kind: 'csv' } }, fuses: { mostLeavers: 2 } },
  });
  const outcome = await bench.plan(bench.dropped('hr/leavers.csv', [header, ...rows].join('\n')));
  if (outcome.kind !== 'accepted') throw new Error('The file was not accepted.');
  const decided = (batchId: BatchId, own: object = {}) =>
    bench.command('HeldPeopleDecided', {
      batchId,
      verdict: 'approved',
      decidedBy: 'ops',
      decidedAt: bench.now.toISOString(),
      ...own,
    });
  const states = async () => {
    const people = ['ada', 'bob', 'eve'].map((name) => bench.changeOf(`${name}@corp.example`));
    return (await Promise.all(people)).map(({ standing }) => standing.state);
  };
  return { bench, batchId: outcome.batchId, decided, states };
}

describe('people who are held', () => {
  it('are planned one after the other once they are approved', async () => {
    const { bench, batchId, decided, states } = await threeHeld();
    const outcome = await bench.plan(decided(batchId));
    expect(outcome).toMatchObject({ kind: 'decided', verdict: 'approved', peopleCount: 3 });
    expect(await states()).toEqual(['planned', 'planned', 'planned']);
    expect(bench.waitingTasks().filter((task) => task.startsWith('carry-out'))).toEqual([
      'carry-out ada@corp.example 2026-11-28T17:00:00.000Z',
      'carry-out bob@corp.example 2026-11-28T17:01:12.000Z',
      'carry-out eve@corp.example 2026-11-28T17:02:24.000Z',
    ]);
    expect(await bench.batches.find(batchId)).toMatchObject({ decision: { verdict: 'approved', by: 'ops' } });
  });

  it('stay where they are once they are rejected', async () => {
    const { bench, batchId, decided, states } = await threeHeld();
    await bench.plan(decided(batchId, { verdict: 'rejected' }));
    expect(await states()).toEqual(['rejected', 'rejected', 'rejected']);
    expect(bench.tasks.waiting()).toEqual([]);
  });

  it('can be decided about one by one', async () => {
    const { bench, batchId, decided, states } = await threeHeld();
    await bench.plan(decided(batchId, { emails: ['bob@corp.example'] }));
    expect(await states()).toEqual(['held', 'planned', 'held']);
    await bench.plan(decided(batchId, { verdict: 'rejected' }));
    expect(await states()).toEqual(['rejected', 'planned', 'rejected']);
  });

  it('are decided about once: the first decision stands', async () => {
    const { bench, batchId, decided, states } = await threeHeld();
    await bench.plan(decided(batchId, { verdict: 'rejected' }));
    bench.now = new Date('2026-11-20T12:05:00Z');
    expect(await bench.plan(decided(batchId))).toMatchObject({ kind: 'nothing' });
    expect(await states()).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('are all planned and scheduled, wherever a crash came in between', async () => {
    for (let writes = 0; ; writes++) {
      const { bench, batchId, decided, states } = await threeHeld();
      const command = decided(batchId);
      bench.writesBeforeCrash = writes;
      const finished = await bench.plan(command).then(
        () => true,
        () => false,
      );
      bench.writesBeforeCrash = Number.POSITIVE_INFINITY;
      await bench.plan(command);
      expect(await states()).toEqual(['planned', 'planned', 'planned']);
      expect(bench.waitingTasks().filter((task) => task.startsWith('carry-out'))).toHaveLength(3);
      if (finished) break;
    }
  });

  it('are counted no more once they are approved: the next leaver is not held because of them', async () => {
    const { bench, batchId, decided } = await threeHeld();
    await bench.plan(decided(batchId));
    bench.now = new Date('2026-11-20T12:30:00Z');
    const hostile = bench.command('OffboardRequested', {
      email: 'mallory@corp.example',
      immediate: true,
      lifecycleSource: 'hr',
    });
    await bench.plan(hostile);
    expect(await bench.changeOf('mallory@corp.example')).toMatchObject({
      standing: { state: 'planned', startsAt: bench.now },
    });
  });

  it('are counted as long as nobody has approved them', async () => {
    const { bench, batchId, decided } = await threeHeld();
    await bench.plan(decided(batchId, { emails: ['ada@corp.example'] }));
    const more = ['mo', 'ny', 'ty'].map((name) => `${name}@corp.example,2026-11-28`);
    await bench.plan(bench.dropped('hr/more.csv', [header, ...more.slice(0, 2)].join('\n')));
    expect((await bench.changeOf('mo@corp.example')).standing.state).toBe('planned');
    await bench.plan(bench.dropped('hr/third.csv', [header, ...more.slice(2)].join('\n')));
    expect((await bench.changeOf('ty@corp.example')).standing.state).toBe('held');
  });

  it('keep who approved them, through all that happens to them', async () => {
    const { bench, batchId, decided } = await threeHeld();
    await bench.plan(decided(batchId));
    const approval = { by: 'ops', at: bench.now };
    const ada = await bench.changeOf('ada@corp.example');
    expect(ada).toMatchObject({ approval, batchSize: 3 });
    await bench.changes.move(ada, { state: 'under-way', since: bench.now, attempts: 0 });
    expect(await bench.changeOf('ada@corp.example')).toMatchObject({ approval, batchSize: 3 });
  });

  it('of a batch that nobody knows are nobody', async () => {
    const { bench, decided } = await threeHeld();
    const unknown = decided(batchIdSchema.parse('bat_00000000000000000000000000000000'));
    await expect(bench.plan(unknown)).rejects.toThrow(RefusedInput);
  });
});

it('a file that is dropped once more does not hold the same people twice', async () => {
  const { bench } = await threeHeld();
  bench.now = new Date('2026-11-21T12:00:00Z');
  const again = bench.dropped('hr/leavers.csv', [header, ...rows].join('\n'));
  expect(await bench.plan(again)).toMatchObject({ counts: { idle: 3, held: 0 } });
});
