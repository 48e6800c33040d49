import { beforeEach, describe, expect, it } from 'vitest';
import { answerPeopleQuery, type PeopleQueryPorts } from '#functions/query-people/answer-people-query.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { batchIdOf } from '#shared/people/changes/batch-id.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { InMemoryPeopleChanges } from '#test/shared/people/changes/in-memory-people-changes.ts';
import { InMemoryRecordedBatches } from '#test/shared/people/changes/in-memory-recorded-batches.ts';
import { InMemoryStepJournal } from '#test/shared/people/changes/in-memory-step-journal.ts';
import { personChange, plannedWhenDue } from '#test/shared/people/changes/person-changes.ts';
import { joiner, leaver } from '#test/shared/people/lifecycle/lifecycle-requests.ts';

const due = new Date('2026-11-27T17:00:00Z');
const corp = organisationNameSchema.parse('corp');
const requestId = deriveRequestId('hr', 'file');
const batchId = batchIdOf(requestId);
const held = {
  state: 'held',
  since: due,
  batchId,
  trips: [{ fuse: 'many-leavers', explanation: '3 leave, 2 are allowed.' }],
} as const;

let changes: InMemoryPeopleChanges;
let batches: InMemoryRecordedBatches;
let journal: InMemoryStepJournal;

beforeEach(() => {
  changes = new InMemoryPeopleChanges();
  batches = new InMemoryRecordedBatches();
  journal = new InMemoryStepJournal();
});

async function ask(path: Record<string, string>, query: Record<string, string> = {}) {
  const request: HttpRequest = {
    apiRequestId: 'api-1',
    method: 'GET',
    headers: new Map(),
    pathParameters: new Map(Object.entries(path)),
    queryParameters: new Map(Object.entries(query)),
    body: { text: '', isBase64Encoded: false },
  };
  const ports: PeopleQueryPorts = { changes, batches, journal, organisations: [corp] };
  const { statusCode, body } = await answerPeopleQuery(request, ports);
  expect(statusCode).toBe(200);
  return JSON.parse(body);
}

describe('GET /people/{email}', () => {
  it('tells of somebody who is planned when it begins, when it ends, and every step to come', async () => {
    const request = leaver('ada@corp.example', due, { ticket: 'HR-7' });
    const change = personChange(request, plannedWhenDue(request));
    changes = new InMemoryPeopleChanges([change]);
    const body = await ask({ email: 'ada%40corp.example' });
    expect(body).toMatchObject({
      email: 'ada@corp.example',
      change: {
        changeId: change.changeId,
        kind: 'offboard',
        dueAt: '2026-11-27T17:00:00.000Z',
        timeZone: 'Europe/Zurich',
        ticket: 'HR-7',
        source: 'hr',
        standing: {
          state: 'planned',
          startsAt: '2026-11-27T17:00:00.000Z',
          endsBy: '2026-11-27T17:01:12.000Z',
        },
      },
      doneBy: '2026-11-27T17:01:12.000Z',
      steps: { done: [], open: [] },
      history: [],
    });
    const pending = body.steps.pending.map(({ step }: { step: string }) => step);
    expect(pending).toHaveLength(11);
    expect(pending[0]).toBe('disable-sign-in');
    expect(pending.at(-1)).toBe('remove-from-organisation');
    expect(body.change).not.toHaveProperty('revision');
  });

  it('tells of somebody who is half out what is done, what is not, and what was taken away', async () => {
    const open = [{ step: 'end-vpn-sessions', organisation: corp, reason: '1 session is left' }] as const;
    const change = personChange(leaver('ada@corp.example', due), {
      state: 'incomplete',
      since: due,
      attempts: 1,
      open,
      nextAttemptAt: new Date('2026-11-27T17:15:00Z'),
    });
    changes = new InMemoryPeopleChanges([change]);
    const step = { organisation: corp, attempts: 1, beganAt: due, endedAt: due };
    const group = { id: '1', name: 'SecOps' };
    for (const record of [
      { ...step, step: 'disable-sign-in', result: 'done', summary: 'disabled' },
      {
        ...step,
        step: 'remove-from-groups',
        result: 'done',
        summary: 'SecOps',
        takenAway: { groups: [group] },
      },
      { ...step, step: 'end-vpn-sessions', result: 'open', summary: '1 session is left' },
      { ...step, step: 'revoke-device-certificates', result: 'begun', summary: '' },
    ] as const) {
      await journal.record(change.changeId, record);
    }
    const { change: shown, steps } = await ask({ email: 'ada@corp.example' });
    expect(shown.standing).toMatchObject({ state: 'incomplete', nextAttemptAt: '2026-11-27T17:15:00.000Z' });
    expect(steps.done.map(({ step: name }: { step: string }) => name)).toEqual([
      'disable-sign-in',
      'remove-from-groups',
    ]);
    expect(steps.done[1].takenAway).toEqual({ groups: [group] });
    expect(steps.open).toMatchObject([{ step: 'end-vpn-sessions', summary: '1 session is left' }]);
    expect(steps.pending[0]).toEqual({
      step: 'revoke-device-certificates',
      organisation: 'corp',
      begunAt: due.toISOString(),
    });
    expect(steps.pending.map(({ step: name }: { step: string }) => name)).not.toContain('disable-sign-in');
  });

  it.each([
    ['a leaver who is out', { state: 'done', at: due, undoUntil: due }, ['remove-from-organisation']],
    ['one who is taken back', { state: 'undoing', since: due, by: 'bob' }, ['enable-sign-in']],
    ['one who was cancelled', { state: 'cancelled', at: due, by: 'bob' }, []],
  ] as const)('tells of %s what is still to come', async (_, standing, first) => {
    changes = new InMemoryPeopleChanges([personChange(leaver('ada@corp.example', due), standing)]);
    const { steps } = await ask({ email: 'ada@corp.example' });
    expect(steps.pending.slice(0, 1).map(({ step }: { step: string }) => step)).toEqual(first);
  });

  it('tells what was before', async () => {
    const before = personChange(joiner('ada@corp.example', new Date('2020-01-06T07:00:00Z')), {
      state: 'done',
      at: due,
    });
    const now = personChange(leaver('ada@corp.example', due), { state: 'done', at: due });
    changes = new InMemoryPeopleChanges([before, now]);
    const body = await ask({ email: 'ada@corp.example' });
    expect(body).toMatchObject({ change: { kind: 'offboard' }, doneBy: due.toISOString() });
    expect(body.history).toMatchObject([{ kind: 'onboard', changeId: before.changeId }]);
  });

  it.each([
    ['nobody was ever asked about', 'bob@corp.example', /Nothing was ever asked for bob@corp.example/],
    ['no address', 'bob', /named by the mail address/],
  ])('of %s is not found', async (_, email, message) => {
    await expect(ask({ email })).rejects.toMatchObject({
      kind: 'not-found',
      message: expect.stringMatching(message),
    });
  });
});

describe('GET /people', () => {
  const names = ['ada', 'bob', 'cyd', 'dan', 'eve'];
  beforeEach(() => {
    changes = new InMemoryPeopleChanges(
      names.map((name, index) => {
        const request = leaver(`${name}@corp.example`, due);
        return personChange(request, index % 2 === 0 ? held : plannedWhenDue(request));
      }),
    );
  });

  async function follow(query: Record<string, string>): Promise<string[][]> {
    const { people, links } = await ask({}, query);
    const page = people.map(({ email }: { email: string }) => email.slice(0, 3));
    if (!links) return [page];
    return [page, ...(await follow(Object.fromEntries(new URL(links.next, 'http://api').searchParams)))];
  }

  it.each([
    ['everybody', {}, [names]],
    ['everybody, page by page', { limit: '2' }, [['ada', 'bob'], ['cyd', 'dan'], ['eve']]],
    ['those who are held, page by page', { limit: '2', state: 'held' }, [['ada', 'cyd'], ['eve']]],
    ['a last page that is full', { limit: '5' }, [names]],
    ['those behind somebody', { after: 'dan@corp.example' }, [['eve']]],
    ['nobody', { state: 'done' }, [[]]],
  ])('shows %s', async (_, query, expected) => {
    expect(await follow(query)).toEqual(expected);
  });

  it.each([{ limit: '0' }, { limit: '501' }, { limit: 'all' }, { state: 'gone' }, { after: 'ada' }])(
    'does not understand %j',
    async (query) => {
      await expect(ask({}, query)).rejects.toMatchObject({ kind: 'not-understood' });
    },
  );
});

describe('GET /people/batches/{batchId}', () => {
  it('tells what became of a file, and who of it waits for a decision', async () => {
    const request = leaver('ada@corp.example', due);
    changes = new InMemoryPeopleChanges([
      personChange(request, held),
      personChange(leaver('bob@corp.example', due), {
        ...held,
        batchId: batchIdOf(deriveRequestId('other')),
      }),
    ]);
    await batches.record({
      batchId,
      source: 'hr',
      origin: 'hr/leavers.csv',
      receivedAt: due,
      counts: { accepted: 0, held: 1, idle: 0, refused: 1 },
      refused: [{ row: 3, reason: 'email-missing', explanation: 'No mail address.' }],
      trips: held.trips,
    });
    expect(await ask({ batchId })).toMatchObject({
      batchId,
      origin: 'hr/leavers.csv',
      counts: { held: 1, refused: 1 },
      refused: [{ row: 3, reason: 'email-missing' }],
      trips: [{ fuse: 'many-leavers' }],
      held: [{ email: 'ada@corp.example', dueAt: due.toISOString() }],
    });
  });

  it.each([batchId, 'bat_1'])('of %s is not found where there is none', async (id) => {
    await expect(ask({ batchId: id })).rejects.toMatchObject({ kind: 'not-found' });
  });
});
