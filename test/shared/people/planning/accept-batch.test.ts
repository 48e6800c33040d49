import { describe, expect, it } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { batchIdSchema } from '#shared/people/changes/batch-id.ts';
import { taskOf } from '#shared/people/working/task-of.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { joiner, leaver } from '../lifecycle/lifecycle-requests.ts';
import { address, PlannerBench } from './planner-bench.ts';

const settings = {
  sources: {
    hr: { kind: 'csv' },
    roster: { kind: 'csv', content: 'roster', activeRows: 'onboard', profile: 'guest' },
  },
} as const;

const bench = (own = {}) => new PlannerBench('2026-11-20T12:00:00Z', { settings: { ...settings, ...own } });

const leaving = (own: object = {}) => ({ email: 'ada@corp.example', day: '2026-11-28', ...own });

describe('a command', () => {
  it('is planned for the end of the working day, and announced before', async () => {
    const planner = bench();
    const outcome = await planner.plan(planner.command('OffboardRequested', leaving({ ticket: 'HR-1' })));
    expect(outcome).toMatchObject({
      kind: 'accepted',
      counts: { accepted: 1, held: 0, idle: 0, refused: 0 },
    });
    expect(await planner.changeOf('ada@corp.example')).toMatchObject({
      source: 'bus:corp.hr',
      acceptedAt: planner.now,
      standing: { state: 'planned', startsAt: new Date('2026-11-28T17:00:00Z') },
    });
    expect(planner.waitingTasks()).toEqual([
      'announce ada@corp.example 2026-11-27T17:00:00.000Z',
      'carry-out ada@corp.example 2026-11-28T17:00:00.000Z',
    ]);
  });

  it('that is immediate begins now, unannounced', async () => {
    const planner = bench();
    await planner.plan(planner.command('OffboardRequested', leaving({ immediate: true })));
    expect(planner.waitingTasks()).toEqual([`carry-out ada@corp.example ${planner.now.toISOString()}`]);
  });

  it('that lets somebody in begins when they are due', async () => {
    const planner = bench();
    const name = { given: 'Ada', family: 'Byron' };
    await planner.plan(planner.command('OnboardRequested', { ...leaving(), name, profile: 'analyst' }));
    expect(planner.waitingTasks()).toContain('carry-out ada@corp.example 2026-11-28T07:00:00.000Z');
  });

  it('that is told again changes nothing', async () => {
    const planner = bench();
    const command = planner.command('OffboardRequested', leaving());
    await planner.plan(command);
    const before = await planner.changeOf('ada@corp.example');
    expect(await planner.plan(command)).toMatchObject({ kind: 'repeat' });
    expect(await planner.changeOf('ada@corp.example')).toEqual(before);
  });

  it('that cannot be carried out is refused, with the reason', async () => {
    const planner = bench();
    const outcome = await planner.plan(
      planner.command('OffboardRequested', { email: 'ada', ticket: 'HR-1' }),
    );
    expect(outcome).toMatchObject({ counts: { accepted: 0, refused: 1 } });
    expect(planner.details('PeopleRefused')).toEqual([
      expect.objectContaining({
        ticket: 'HR-1',
        refusedCount: 1,
        examples: [expect.objectContaining({ reason: 'not-understood' })],
      }),
    ]);
  });

  it('of a later day replaces the one before, and its tasks', async () => {
    const planner = bench();
    await planner.plan(planner.command('OffboardRequested', leaving()));
    const first = await planner.changeOf('ada@corp.example');
    planner.now = new Date('2026-11-21T12:00:00Z');
    await planner.plan(planner.command('OffboardRequested', leaving({ day: '2026-12-10' })));
    const second = await planner.changeOf('ada@corp.example');
    const history = await planner.changes.history(address('ada@corp.example'));
    expect(history.map(({ changeId, standing }) => [changeId, standing.state])).toEqual([
      [second.changeId, 'planned'],
      [first.changeId, 'replaced'],
    ]);
    expect(planner.waitingTasks()).toEqual([
      'announce ada@corp.example 2026-12-09T17:00:00.000Z',
      'carry-out ada@corp.example 2026-12-10T17:00:00.000Z',
    ]);
  });

  it('whose ticket named somebody else before lets that person be', async () => {
    const planner = bench();
    const ticket = 'HR-1';
    await planner.plan(planner.command('OffboardRequested', leaving({ ticket })));
    planner.now = new Date('2026-11-21T12:00:00Z');
    await planner.plan(planner.command('OffboardRequested', leaving({ ticket, email: 'eve@corp.example' })));
    expect((await planner.changeOf('ada@corp.example')).standing.state).toBe('replaced');
    expect(planner.waitingTasks().filter((task) => task.includes('ada@'))).toEqual([]);
  });

  it('about somebody who is being worked on waits, and nothing of it counts yet', async () => {
    const request = joiner('ada@corp.example', new Date('2026-11-20T07:00:00Z'));
    const underWay = personChange(request, {
      state: 'under-way',
      since: request.effective.kind === 'scheduled' ? request.effective.at : new Date(),
      attempts: 0,
    });
    const planner = new PlannerBench('2026-11-20T12:00:00Z', { settings, changes: [underWay] });
    await expect(planner.plan(planner.command('OffboardRequested', leaving()))).rejects.toThrow(RetryLater);
    expect(await planner.changeOf('ada@corp.example')).toEqual(underWay);
  });
});

it('an administrator who leaves later is not counted among those who remain, whenever that was accepted', async () => {
  const admin = leaver('admin@corp.example', new Date('2026-12-31T17:00:00Z'));
  const planner = new PlannerBench('2026-11-20T12:00:00Z', {
    settings,
    changes: [personChange(admin, plannedWhenDue(admin), { acceptedAt: new Date('2026-11-10T12:00:00Z') })],
  });
  planner.facts = () => ({
    peopleCount: 2_000,
    administrators: [address('ada@corp.example'), address('admin@corp.example')],
  });
  await planner.plan(planner.command('OffboardRequested', leaving()));
  expect((await planner.changeOf('ada@corp.example')).standing.state).toBe('held');
});

describe('where the organisations cannot be asked', () => {
  const unreachable = () => {
    throw new RetryLater('The platform is down.');
  };

  it('a leaver waits at first, and then is held for a person to decide', async () => {
    const planner = bench();
    planner.facts = unreachable;
    const command = planner.command('OffboardRequested', leaving());
    await expect(planner.plan(command, { mayWait: true })).rejects.toThrow('The platform is down.');
    expect(await planner.plan(command, { mayWait: false })).toMatchObject({
      counts: { held: 1 },
      factsProblem: expect.any(RetryLater),
    });
    expect(planner.details('PeopleHeld')).toEqual([
      expect.objectContaining({
        fuses: [expect.objectContaining({ fuse: 'last-administrator', people: 1 })],
      }),
    ]);
    expect(planner.waitingTasks()).toEqual([]);
  });

  it('a joiner is let in all the same', async () => {
    const planner = bench();
    planner.facts = unreachable;
    const name = { given: 'Ada', family: 'Byron' };
    const command = planner.command('OnboardRequested', { ...leaving(), name, profile: 'analyst' });
    expect(await planner.plan(command)).toMatchObject({ counts: { accepted: 1 } });
  });
});

describe('the fuses', () => {
  it('hold a protected account and let the others of the file go', async () => {
    const planner = bench({ protectedAccounts: { breakGlass: ['rescue@corp.example'] } });
    const rows = ['email,last day', 'ada@corp.example,2026-11-28', 'rescue@corp.example,2026-11-28'];
    const outcome = await planner.plan(planner.dropped('hr/leavers.csv', rows.join('\n')));
    expect(outcome).toMatchObject({ counts: { accepted: 1, held: 1 } });
    expect((await planner.changeOf('rescue@corp.example')).standing).toMatchObject({
      state: 'held',
      trips: [{ fuse: 'break-glass-account' }],
    });
  });

  it('count those who leave by the same source since yesterday, but not those who are held', async () => {
    const planner = bench({ fuses: { mostLeavers: 2 } });
    const planned = [];
    for (const [index, name] of ['ada', 'bob', 'eve', 'dan'].entries()) {
      planner.now = new Date(planner.now.getTime() + index * 1_000);
      await planner.plan(planner.command('OffboardRequested', leaving({ email: `${name}@corp.example` })));
      planned.push((await planner.changeOf(`${name}@corp.example`)).standing.state);
    }
    expect(planned).toEqual(['planned', 'planned', 'held', 'held']);
    planner.now = new Date(planner.now.getTime() + 25 * 3_600_000);
    await planner.plan(planner.command('OffboardRequested', leaving({ email: 'zoe@corp.example' })));
    expect((await planner.changeOf('zoe@corp.example')).standing.state).toBe('planned');
  });
});

describe('a roster', () => {
  const header = 'email,first name,last name,status,start date';
  const row = (name: string, status = 'active') => `${name}@corp.example,N,N,${status},2020-01-01`;
  const everybody = ['ada', 'bob', 'eve', 'dan', 'zoe', 'kim', 'lea', 'max', 'pia', 'tom'];

  it('that names the same people every day is new only once', async () => {
    const planner = bench({ fuses: { mostDaysPast: 3_650 } });
    const text = [header, ...everybody.map((name) => row(name))].join('\n');
    expect(await planner.plan(planner.dropped('roster/a.csv', text))).toMatchObject({
      counts: { accepted: 10 },
    });
    expect(await planner.plan(planner.dropped('roster/b.csv', text))).toMatchObject({ counts: { idle: 10 } });
  });

  it('that is empty is held, though it names nobody', async () => {
    const planner = bench();
    const outcome = await planner.plan(planner.dropped('roster/a.csv', ''));
    expect(outcome).toMatchObject({ kind: 'accepted', counts: { accepted: 0, held: 0 } });
    expect(planner.details('PeopleHeld')).toEqual([
      expect.objectContaining({ heldCount: 0, fuses: [expect.objectContaining({ fuse: 'empty-roster' })] }),
    ]);
  });

  it('that has shrunk is held; once a person has agreed, the next one is compared with it', async () => {
    const planner = bench({ fuses: { mostDaysPast: 3_650 } });
    const rosterOf = (names: readonly string[]) => [header, ...names.map((name) => row(name))].join('\n');
    await planner.plan(planner.dropped('roster/a.csv', rosterOf(everybody)));
    const shrunk = await planner.plan(planner.dropped('roster/b.csv', rosterOf(everybody.slice(0, 5))));
    expect(planner.details('PeopleHeld')).toHaveLength(1);
    expect(await planner.batches.rosterOf('roster')).toMatchObject({ rowCount: 10 });
    if (shrunk.kind !== 'accepted') throw new Error('The roster was not accepted.');

    planner.now = new Date('2026-11-21T12:00:00Z');
    await planner.plan(planner.dropped('roster/c.csv', rosterOf(everybody.slice(0, 5))));
    expect(planner.details('PeopleHeld')).toHaveLength(2);
    const decision = { verdict: 'approved', decidedBy: 'ops', decidedAt: planner.now.toISOString() };
    await planner.plan(planner.command('HeldPeopleDecided', { batchId: shrunk.batchId, ...decision }));
    expect(await planner.batches.rosterOf('roster')).toMatchObject({ rowCount: 10 });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    [
      'in a folder of no source',
      'elsewhere/a.csv',
      'email,last day',
      /no source of kind "csv" called "elsewhere"/,
    ],
    [
      'in no folder',
      'a.csv',
      'email,last day',
      /Put files into a folder that is called like one: hr, roster/,
    ],
    ['without any column that is known', 'hr/a.csv', 'x,y\n1,2', /No column is called/],
  ])('%s is refused with the reason', async (_, key, text, explanation) => {
    const planner = bench();
    expect(await planner.plan(planner.dropped(key, text))).toMatchObject({ counts: { refused: 1 } });
    expect(planner.details('PeopleRefused')).toEqual([
      expect.objectContaining({
        origin: key,
        examples: [expect.objectContaining({ explanation: expect.stringMatching(explanation) })],
      }),
    ]);
  });

  it('is refused when it was taken away again', async () => {
    const planner = bench();
    const command = planner.dropped('hr/a.csv', '');
    planner.files.clear();
    expect(await planner.plan(command)).toMatchObject({ counts: { refused: 1 } });
  });

  it('is nothing at all when it only stands for a folder', async () => {
    const planner = bench();
    expect(await planner.plan(planner.dropped('hr/', ''))).toMatchObject({ kind: 'nothing' });
    expect(planner.published).toEqual([]);
  });
});

it('a file that came over HTTP is known by the request that its sender was told', async () => {
  const planner = bench();
  const requestId = 'req_0123456789abcdef0123456789abcdef';
  const text = 'email,last day\nada@corp.example,2026-11-28';
  await planner.plan(planner.dropped(`hr/${requestId}.csv`, text));
  expect(await planner.changeOf('ada@corp.example')).toMatchObject({ requestId });
  const batch = await planner.batches.find(batchIdSchema.parse(requestId.replace('req_', 'bat_')));
  expect(batch).toMatchObject({ source: 'hr', counts: { accepted: 1 } });
});

it('killed after any write and tried again, a batch ends as if nothing had happened', async () => {
  const text = [
    'email,last day',
    'ada@corp.example,2026-11-28',
    'eve@corp.example,2026-11-28',
    'rescue@corp.example,2026-11-28',
    'nobody,2026-11-28',
  ].join('\n');
  const waiting = personChange(
    leaver('bob@corp.example', new Date('2026-11-28T17:00:00Z'), { departure: 'voluntary' }),
    {
      state: 'planned',
      startsAt: new Date('2026-11-28T17:00:00Z'),
      endsBy: new Date('2026-11-28T17:01:12Z'),
    },
  );
  async function runWithCrashAfter(writes: number) {
    const planner = new PlannerBench('2026-11-20T12:00:00Z', {
      settings: { ...settings, protectedAccounts: { breakGlass: ['rescue@corp.example'] } },
      changes: [waiting],
    });
    await planner.tasks.set(taskOf(waiting, 'carry-out'), waiting.standing.startsAt);
    const command = planner.dropped('hr/leavers.csv', text);
    planner.writesBeforeCrash = writes;
    const finished = await planner.plan(command).then(
      () => true,
      () => false,
    );
    planner.writesBeforeCrash = Number.POSITIVE_INFINITY;
    if (!finished) await planner.plan(command);
    const people = ['ada', 'eve', 'rescue'].map((name) => planner.changeOf(`${name}@corp.example`));
    const ends = {
      people: await Promise.all(people),
      tasks: planner
        .waitingTasks()
        .filter((task) => !task.includes('bob@'))
        .toSorted(),
    };
    // A task that comes before its turn is put off by the worker: late would be wrong.
    const [bobs] = planner.tasks.waiting().filter(({ task }) => task.email === 'bob@corp.example');
    const { standing } = await planner.changeOf('bob@corp.example');
    expect(bobs?.at.getTime()).toBeLessThanOrEqual(
      standing.state === 'planned' ? standing.startsAt.getTime() : 0,
    );
    return { finished, ends, events: new Set(planner.published.map(({ detail }) => JSON.stringify(detail))) };
  }
  const untouched = await runWithCrashAfter(Number.POSITIVE_INFINITY);
  let crashes = 0;
  for (let writes = 0; ; writes++) {
    const run = await runWithCrashAfter(writes);
    expect(run).toEqual({ ...untouched, finished: run.finished });
    if (run.finished) break;
    crashes += 1;
  }
  expect(crashes).toBeGreaterThan(8);
});
