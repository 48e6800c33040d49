import { describe, expect, it } from 'vitest';
import { blastRadiusSchema } from '#shared/config/blast-radius.ts';
import { connectionNameSchema, destinationListNameSchema } from '#shared/config/names.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { type ApprovalRequested, approvalRequestedSchema } from '#shared/events/approval-requested.ts';
import { approved, command, domain, domains, heldByGuard, listName, WorkerBench } from './worker-bench.ts';

const connection = connectionNameSchema.parse('splunk');

function approvalsAsked(bench: WorkerBench): ApprovalRequested[] {
  return bench.published
    .filter(({ detailType }) => detailType === 'ApprovalRequested')
    .map(({ detail }) => approvalRequestedSchema.parse(detail));
}

function withLimits(limits: Parameters<typeof blastRadiusSchema.parse>[0]): WorkerBench {
  const bench = new WorkerBench();
  bench.settings = { ...bench.settings, blastRadius: blastRadiusSchema.parse(limits) };
  return bench;
}

describe('what the guard holds', () => {
  it('is not posted, ends held with its reason, and a person is asked once for the request', async () => {
    const bench = new WorkerBench();
    const all = domains(30);
    const told = { connection, source: 'Rule 7', ticket: 'CASE-42', link: 'https://siem.example/1' };
    const first = heldByGuard(command('a', all.slice(0, 20), told), all.slice(0, 5));
    const second = heldByGuard(command('a', all.slice(20), { ...told, part: 1 }));

    const results = await bench.run([first, second]);

    expect(results.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(bench.statuses(first)).toEqual({ held: 5, enforced: 15 });
    expect(bench.statuses(second)).toEqual({ held: 10 });
    expect(bench.list.stored.size).toBe(15);
    expect(approvalsAsked(bench)).toMatchObject([
      {
        requestId: first.requestId,
        parts: [0, 1],
        heldCount: 15,
        destinationList: listName,
        connection: 'splunk',
        source: 'Rule 7',
        ticket: 'CASE-42',
        link: 'https://siem.example/1',
      },
    ]);
    expect(approvalsAsked(bench)[0]?.indicators[0]).toEqual({
      ...all[0],
      reason: 'shared-hosting',
      explanation: 'Strangers keep their pages there.',
    });
  });

  it('is asked for once more when its delivery is repeated after a crash, with the same event id', async () => {
    const bench = new WorkerBench();
    const held = heldByGuard(command('a', domains(2)));
    await bench.run([held]);
    bench.table.outcomes.clear();
    await bench.run([held]);
    const ids = approvalsAsked(bench).map(({ eventId }) => eventId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect((await bench.run([held]))[0]?.kind).toBe('repeat');
  });

  it('names 100 indicators at most, and tells how many there are', async () => {
    const bench = new WorkerBench();
    await bench.run([heldByGuard(command('a', domains(150)))]);
    const [asked] = approvalsAsked(bench);
    expect(asked?.indicators).toHaveLength(100);
    expect(asked?.heldCount).toBe(150);
  });

  it('is blocked all the same where another request may; the held one is told so', async () => {
    const bench = new WorkerBench();
    const [one] = domains(1);
    const unsure = heldByGuard(command('unsure', domains(1)));
    const sure = command('sure', domains(1));
    await bench.run([unsure, sure]);
    expect(bench.statuses(unsure)).toEqual({ 'already-enforced': 1 });
    expect(bench.statuses(sure)).toEqual({ enforced: 1 });
    if (one)
      expect(bench.block(one)?.reports.map(({ requestId }) => requestId)).toEqual([
        sure.requestId,
        unsure.requestId,
      ]);
  });

  it('does not ask a person about what stands on the list already, and renews nothing', async () => {
    const bench = new WorkerBench();
    const bad = domain('bad.example');
    await bench.run([command('a', [bad])]);
    const before = bench.block(bad);
    bench.pass(86_400);
    const again = heldByGuard(command('b', [bad]));
    await bench.run([again]);
    expect(bench.statuses(again)).toEqual({ 'already-enforced': 1 });
    expect(bench.block(bad)?.leaseUntil).toBe(before?.leaseUntil);
    expect(bench.block(bad)?.reports).toHaveLength(2);
    expect(approvalsAsked(bench)).toEqual([]);
  });
});

describe('an approved command', () => {
  async function held() {
    const bench = new WorkerBench();
    const message = heldByGuard(command('a', domains(3)));
    await bench.run([message]);
    return { bench, message };
  }

  it('posts what was held, whatever held it, and says who approved', async () => {
    const { bench, message } = await held();
    bench.settings = {
      ...bench.settings,
      blastRadius: blastRadiusSchema.parse({ newBlocksPerRequest: 1 }),
    };
    bench.decide(message, 'approve');

    const [result] = await bench.run([approved(message)]);

    expect(result?.kind).toBe('done');
    expect(bench.statuses(approved(message))).toEqual({ enforced: 3 });
    expect(bench.block(domain('d0.example'))?.reports[0]).toMatchObject({ approvedBy: 'Ada' });
    expect((await bench.run([approved(message)]))[0]?.kind).toBe('repeat');
  });

  it('posts nothing that was not held', async () => {
    const { bench, message } = await held();
    bench.decide(message, 'approve');
    const smuggled = approved(message, [...message.indicators.slice(0, 1), domain('other.example')]);
    await bench.run([smuggled]);
    expect(bench.statuses(smuggled)).toEqual({ enforced: 1, rejected: 1 });
    expect(bench.outcome(smuggled)?.indicators[1]).toMatchObject({ reason: 'was-not-held' });
    expect([...bench.list.stored.keys()]).toEqual(['d0.example']);
  });

  it.each<
    [
      title: string,
      change: (bench: WorkerBench, message: ReturnType<typeof command>) => ReturnType<typeof command>,
      says: RegExp,
    ]
  >([
    ['that nobody decided about', (_bench, message) => approved(message), /nobody has decided/],
    [
      'that a person rejected',
      (bench, message) => {
        bench.decide(message, 'reject');
        return approved(message);
      },
      /was rejected/,
    ],
    [
      'for another list',
      (bench, message) => {
        bench.decide(message, 'approve');
        return { ...approved(message), destinationList: destinationListNameSchema.parse('other') };
      },
      /for the list "other"; what was held is for "soc-block"/,
    ],
    [
      'with a part that does not go with the approved one',
      (bench, message) => {
        bench.decide(message, 'approve');
        return { ...approved(message), part: 10_007 };
      },
      /part 10007.*approves part 0/i,
    ],
    [
      'with the part of an approval, and none approved',
      (_bench, message) => {
        const { approvesPart: _none, ...rest } = approved(message);
        return rest;
      },
      /approves no part/,
    ],
  ])('%s is refused and posts nothing', async (_title, change, says) => {
    const { bench, message } = await held();
    const [result] = await bench.run([change(bench, message)]);
    expect(result).toMatchObject({ kind: 'return', cause: expect.any(RefusedInput) });
    if (result?.kind === 'return') expect(String(result.cause)).toMatch(says);
    expect(bench.list.requests.add).toBe(0);
  });
});

describe('what was released', () => {
  const bad = domain('bad.example');

  async function released(because: Parameters<WorkerBench['release']>[1]) {
    const bench = new WorkerBench();
    await bench.run([command('a', [bad])]);
    bench.release(bad, because);
    return bench;
  }

  it.each(['lease-ended', 'request-rolled-back'] as const)(
    'because of %s and is reported again is posted anew',
    async (because) => {
      const bench = await released(because);
      const again = command('b', [bad], { receivedAt: bench.now });
      await bench.run([again]);
      expect(bench.statuses(again)).toEqual({ enforced: 1 });
      const block = bench.block(bad);
      expect(block).toMatchObject({
        requestId: again.requestId,
        firstSeenAt: again.receivedAt.toISOString(),
      });
      expect(block?.reports).toHaveLength(1);
      expect(block?.history.map(({ change }) => change)).toEqual(['enforced', 'released', 'enforced']);
    },
  );

  it.each(['released-by-operator', 'removed-by-hand'] as const)(
    'by a person (%s) is held until its block would have ended, unless a person approves',
    async (because) => {
      const bench = await released(because);
      const again = command('b', [bad]);
      await bench.run([again]);
      expect(bench.outcome(again)?.indicators).toMatchObject([
        {
          status: 'held',
          reason: 'released-by-a-person',
          explanation: expect.stringContaining('2026-12-22'),
        },
      ]);

      bench.decide(again, 'approve');
      await bench.run([approved(again)]);
      expect(bench.statuses(approved(again))).toEqual({ enforced: 1 });
    },
  );

  it('by a person is posted anew once its block would have ended', async () => {
    const bench = await released('released-by-operator');
    bench.pass(31 * 86_400);
    const again = command('b', [bad]);
    await bench.run([again]);
    expect(bench.statuses(again)).toEqual({ enforced: 1 });
  });
});

describe('above a limit', () => {
  it('the rest of a request is held, in order, over all its parts and deliveries', async () => {
    const bench = withLimits({ newBlocksPerRequest: 700 });
    const all = domains(1_000);
    const parts = [command('a', all.slice(0, 500)), command('a', all.slice(500), { part: 1 })];
    for (const part of parts) await bench.run([part]);

    expect(parts.map((part) => bench.statuses(part))).toEqual([
      { enforced: 500 },
      { enforced: 200, held: 300 },
    ]);
    expect(bench.outcome(parts[1] ?? command('a', []))?.indicators.at(-1)).toMatchObject({
      value: 'd999.example',
      reason: 'above-request-limit',
      explanation: expect.stringContaining('700'),
    });
    const other = command('b', domains(1, 'other'));
    await bench.run([other]);
    expect(bench.statuses(other)).toEqual({ enforced: 1 });
  });

  it('of its connection what comes in the same hour is held, and not in the next', async () => {
    const bench = withLimits({ newBlocksPerConnectionAndHour: 10 });
    const messages = ['a', 'b', 'c'].map((name) => command(name, domains(6, name), { connection }));
    for (const message of messages) await bench.run([message]);
    expect(messages.map((message) => bench.statuses(message))).toEqual([
      { enforced: 6 },
      { enforced: 4, held: 2 },
      { held: 6 },
    ]);
    bench.pass(3_600);
    const later = command('later', domains(6, 'later'), { connection });
    await bench.run([later]);
    expect(bench.statuses(later)).toEqual({ enforced: 6 });
  });

  it('of the organisation everything new is held, whoever asks; what stands there is not new', async () => {
    const bench = withLimits({ newBlocksPerOrganisationAndDay: 5 });
    await bench.run([command('a', domains(5, 'a'))]);
    const again = command('b', [...domains(5, 'a'), ...domains(1, 'b')]);
    await bench.run([again]);
    expect(bench.statuses(again)).toEqual({ 'already-enforced': 5, held: 1 });
  });

  it('an approved indicator is posted, and counts', async () => {
    const bench = withLimits({ newBlocksPerOrganisationAndDay: 1 });
    const message = heldByGuard(command('a', domains(2)));
    await bench.run([message]);
    bench.decide(message, 'approve');
    await bench.run([approved(message)]);
    expect(bench.list.stored.size).toBe(2);
    expect(bench.table.newBlocks.get('day#2026-11-22')).toBe(2);
  });
});

describe('who would be touched', () => {
  const asking = () => withLimits({ identities: { most: 10, lookUpsPerRequest: 3 } });

  it('holds what more identities use than the limit, with the number, and posts the rest', async () => {
    const bench = asking();
    bench.touchedIdentities = { count: async ({ value }) => (value === 'd1.example' ? 40 : 10) };
    const message = command('a', domains(3));
    await bench.run([message]);
    expect(bench.statuses(message)).toEqual({ enforced: 2, held: 1 });
    expect(bench.outcome(message)?.indicators[1]).toMatchObject({
      reason: 'touches-too-many-identities',
      touchedIdentities: 40,
    });
  });

  it('holds what the reports could not be read about, and posts what they have no answer for', async () => {
    const bench = asking();
    bench.touchedIdentities = {
      count: async ({ value }) => {
        if (value === 'd0.example') throw new RetryLater('down');
        return undefined;
      },
    };
    const message = command('a', domains(2));
    await bench.run([message]);
    expect(bench.outcome(message)?.indicators).toMatchObject([
      { status: 'held', reason: 'reports-unavailable' },
      { status: 'enforced' },
    ]);
  });

  it('is not asked for requests with more new indicators than may be looked up, nor for known or approved ones', async () => {
    const bench = asking();
    const looked: string[] = [];
    bench.touchedIdentities = {
      count: async ({ value }) => {
        looked.push(value);
        return 99;
      },
    };
    const many = command('many', domains(4));
    await bench.run([many]);
    expect(bench.statuses(many)).toEqual({ enforced: 4 });
    expect(looked).toEqual([]);

    const few = command('few', [...domains(4), domain('new.example')]);
    await bench.run([few]);
    expect(looked).toEqual(['new.example']);
    expect(bench.statuses(few)).toEqual({ 'already-enforced': 4, held: 1 });

    bench.decide(few, 'approve');
    await bench.run([approved(few, [domain('new.example')])]);
    expect(looked).toEqual(['new.example']);
    expect(bench.list.stored.has('new.example')).toBe(true);
  });

  it('is asked as long as there is time; the rest comes back, and what is known is done', async () => {
    const bench = asking();
    bench.touchedIdentities = {
      count: async () => {
        bench.pass(5);
        return 0;
      },
    };
    const messages = Array.from({ length: 30 }, (_, index) => command(`m${index}`, domains(1, `m${index}-`)));

    const first = await bench.run(messages);
    const done = first.filter(({ kind }) => kind === 'done').length;
    expect(done).toBeGreaterThan(3);
    expect(first.filter(({ kind }) => kind === 'return')).toHaveLength(30 - done);
    expect(first.find(({ kind }) => kind === 'return')).toMatchObject({ retryAfterSeconds: 30 });
    expect(bench.list.stored.size).toBe(done);
  });

  it('is not asked at all unless it is configured', async () => {
    const bench = new WorkerBench();
    bench.touchedIdentities = { count: () => Promise.reject(new Error('never asked')) };
    const message = command('a', domains(1));
    await bench.run([message]);
    expect(bench.statuses(message)).toEqual({ enforced: 1 });
  });
});
