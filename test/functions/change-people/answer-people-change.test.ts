import { beforeEach, describe, expect, it } from 'vitest';
import { answerPeopleChange } from '#functions/change-people/answer-people-change.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { offboardRequestedSchema } from '#shared/events/offboard-requested.ts';
import { onboardRequestedSchema } from '#shared/events/onboard-requested.ts';
import {
  heldPeopleDecidedSchema,
  personChangeWithdrawnSchema,
  personUndoRequestedSchema,
} from '#shared/events/people-commands.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { batchIdOf } from '#shared/people/changes/batch-id.ts';
import type { ChangeStanding } from '#shared/people/changes/person-change.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { InMemoryPeopleChanges } from '#test/shared/people/changes/in-memory-people-changes.ts';
import { InMemoryRecordedBatches } from '#test/shared/people/changes/in-memory-recorded-batches.ts';
import { personChange, plannedWhenDue } from '#test/shared/people/changes/person-changes.ts';
import { joiner, leaver } from '#test/shared/people/lifecycle/lifecycle-requests.ts';
import { peopleSettings } from '#test/shared/people/lifecycle/people-settings.ts';

const operator = 'arn:aws:iam::111122223333:user/bob';
const now = new Date('2026-11-22T10:00:00Z');
const later = new Date('2026-12-06T10:00:00Z');
const corp = organisationNameSchema.parse('corp');
const batchId = batchIdOf(deriveRequestId('hr', 'file'));
const trips = [{ fuse: 'many-leavers', explanation: '3 leave, 2 are allowed.' }] as const;
const held = { state: 'held', since: now, batchId, trips } as const;
const ada = leaver('ada@corp.example', later);
const planned = plannedWhenDue(ada);
const open = [{ step: 'end-vpn-sessions', organisation: corp, reason: 'one is left' }] as const;

let changes: InMemoryPeopleChanges;
let batches: InMemoryRecordedBatches;
let published: OutgoingEvent[];

beforeEach(() => {
  changes = new InMemoryPeopleChanges();
  batches = new InMemoryRecordedBatches();
  published = [];
});

async function send(routeKey: string, path: Record<string, string>, own: Partial<HttpRequest> = {}) {
  const answer = await answerPeopleChange(
    {
      apiRequestId: 'api-1',
      routeKey,
      method: 'POST',
      headers: new Map(),
      pathParameters: new Map(Object.entries(path)),
      queryParameters: new Map(),
      body: { text: '', isBase64Encoded: false },
      awsCallerArn: operator,
      ...own,
    },
    {
      changes,
      batches,
      settings: peopleSettings(),
      clock: { now: () => now },
      events: { publish: async (events) => void published.push(...events) },
    },
  );
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

const jsonOf = (body: object) => ({ body: { text: JSON.stringify(body), isBase64Encoded: false } });
const askFor = (body: object, own: Partial<HttpRequest> = {}) =>
  send('POST /people', {}, { ...jsonOf(body), ...own });

describe('POST /people', () => {
  const leaving = { kind: 'offboard', email: 'Ada@Corp.example', day: '2026-11-27', ticket: 'HR-7' };

  it('has a leaver planned, and tells what was understood', async () => {
    const { status, body } = await askFor(leaving);
    expect({ status, body }).toMatchObject({
      status: 202,
      body: {
        status: 'accepted',
        readAs: { kind: 'offboard', email: 'ada@corp.example', dueAt: '2026-11-27T17:00:00.000Z' },
        links: { self: '/people/ada%40corp.example' },
      },
    });
    expect(published).toMatchObject([
      { source: 'scc-automations.operators', detailType: 'OffboardRequested' },
    ]);
    expect(offboardRequestedSchema.parse(published[0]?.detail)).toMatchObject({
      requestId: body.requestId,
      lifecycleSource: 'api',
      requestedBy: operator,
      email: 'ada@corp.example',
      ticket: 'HR-7',
      departure: 'unknown',
    });
  });

  it('has a joiner planned', async () => {
    const name = { given: 'Ada', family: 'Byron' };
    const { status } = await askFor({
      kind: 'onboard',
      email: ada.email,
      name,
      profile: 'guest',
      immediate: true,
    });
    expect(status).toBe(202);
    expect(onboardRequestedSchema.parse(published[0]?.detail)).toMatchObject({ name, immediate: true });
  });

  it('takes two calls for two requests, unless their caller says that they are one', async () => {
    const key = { headers: new Map([['idempotency-key', 'k']]) };
    const answers = [
      await askFor(leaving, { apiRequestId: 'api-1' }),
      await askFor(leaving, { apiRequestId: 'api-2' }),
      await askFor(leaving, { apiRequestId: 'api-3', ...key }),
      await askFor(leaving, { apiRequestId: 'api-4', ...key }),
      await askFor({ ...leaving, day: '2026-11-28' }, { apiRequestId: 'api-5', ...key }),
    ];
    const [first, second, third, repeat, other] = answers.map(({ body }) => body.requestId);
    expect(repeat).toBe(third);
    expect(new Set([first, second, third, other]).size).toBe(4);
  });

  it.each<[what: string, body: object, message: RegExp]>([
    ['no kind', { email: ada.email }, /kind/],
    ['no day', { kind: 'offboard', email: ada.email }, /name a day, or say "immediate": true/],
    ['a misspelt member', { ...leaving, imediate: true }, /imediate/],
    ['no address', { ...leaving, email: 'ada' }, /mail address/],
    [
      'an unknown profile',
      {
        kind: 'onboard',
        email: ada.email,
        name: { given: 'A', family: 'B' },
        profile: 'king',
        day: '2026-11-27',
      },
      /profile-unknown.*analyst, guest/,
    ],
  ])('refuses %s', async (_, body, message) => {
    await expect(askFor(body)).rejects.toThrow(message);
    expect(published).toEqual([]);
  });
});

describe('POST /people/{email}/cancel', () => {
  const cancel = () => send('POST /people/{email}/cancel', { email: 'ada@corp.example' });

  it.each([planned, held])('of what has not begun ($state) has it forgotten', async (standing) => {
    changes = new InMemoryPeopleChanges([personChange(ada, standing)]);
    expect(await cancel()).toMatchObject({ status: 202, body: { status: 'accepted' } });
    expect(personChangeWithdrawnSchema.parse(published[0]?.detail)).toEqual({
      version: 1,
      withdrawn: { by: 'person', email: 'ada@corp.example' },
      requestedBy: operator,
      requestedAt: now.toISOString(),
    });
  });

  it.each<{ standing: ChangeStanding; message: RegExp }>([
    {
      standing: { state: 'under-way', since: now, attempts: 0 },
      message: /It began at 2026-11-22T10:00.* POST \/people\/{email}\/undo/,
    },
    { standing: { state: 'incomplete', since: now, attempts: 1, open }, message: /goes on/ },
    { standing: { state: 'done', at: now }, message: /It was done at/ },
    { standing: { state: 'removed', at: now }, message: /It was done at/ },
    { standing: { state: 'undoing', since: now, by: 'x' }, message: /is being given back/ },
    { standing: { state: 'undone', at: now, by: 'x', open: [] }, message: /It was undone/ },
    { standing: { state: 'cancelled', at: now, by: 'eve' }, message: /It was cancelled .* by eve/ },
    { standing: { state: 'rejected', at: now, by: 'eve' }, message: /It was rejected .* by eve/ },
  ])('of what is $standing.state is refused with the reason', async ({ standing, message }) => {
    changes = new InMemoryPeopleChanges([personChange(ada, standing)]);
    await expect(cancel()).rejects.toMatchObject({
      kind: 'not-possible-now',
      message: expect.stringMatching(message),
    });
    expect(published).toEqual([]);
  });
});

describe('POST /people/{email}/undo', () => {
  const undo = () => send('POST /people/{email}/undo', { email: 'ada@corp.example' });

  it.each<{ standing: ChangeStanding }>([
    { standing: { state: 'done', at: now, undoUntil: later } },
    { standing: { state: 'under-way', since: now, attempts: 0 } },
    { standing: { state: 'incomplete', since: now, attempts: 1, open } },
  ])('of a leaver who is $standing.state has it given back', async ({ standing }) => {
    const change = personChange(ada, standing);
    changes = new InMemoryPeopleChanges([change]);
    expect((await undo()).status).toBe(202);
    expect(personUndoRequestedSchema.parse(published[0]?.detail)).toMatchObject({
      email: 'ada@corp.example',
      changeId: change.changeId,
      requestedBy: operator,
    });
  });

  it.each([
    ['a leaver whose window is over', personChange(ada, { state: 'done', at: now, undoUntil: now })],
    ['a leaver who is planned', personChange(ada, planned)],
    ['a joiner', personChange(joiner('ada@corp.example', now), { state: 'done', at: now })],
  ])('of %s is refused with the reason', async (_, change) => {
    changes = new InMemoryPeopleChanges([change]);
    await expect(undo()).rejects.toMatchObject({ kind: 'not-possible-now' });
    expect(published).toEqual([]);
  });
});

it.each(['cancel', 'undo'])('POST /people/{email}/%s of nobody is not found', async (what) => {
  const asking = send(`POST /people/{email}/${what}`, { email: 'ada@corp.example' });
  await expect(asking).rejects.toMatchObject({ kind: 'not-found' });
});

describe('POST /people/batches/{batchId}/approve and reject', () => {
  const decide = (word: 'approve' | 'reject', body?: object) =>
    send(`POST /people/batches/{batchId}/${word}`, { batchId }, body && jsonOf(body));

  beforeEach(async () => {
    changes = new InMemoryPeopleChanges([
      personChange(ada, held),
      personChange(leaver('bob@corp.example', later), held),
      personChange(leaver('cyd@corp.example', later), planned),
    ]);
    await batches.record({
      batchId,
      source: 'hr',
      origin: 'hr/leavers.csv',
      receivedAt: now,
      counts: { accepted: 1, held: 2, idle: 0, refused: 0 },
      refused: [],
      trips,
    });
  });

  it.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
  ] as const)('%s decides about all who are held', async (word, verdict) => {
    expect(await decide(word)).toMatchObject({ status: 202, body: { verdict, people: 2 } });
    expect(heldPeopleDecidedSchema.parse(published[0]?.detail)).toEqual({
      version: 1,
      batchId,
      verdict,
      decidedBy: operator,
      decidedAt: now.toISOString(),
    });
  });

  it('decides about some of them', async () => {
    const { body } = await decide('approve', { emails: ['ADA@corp.example', 'ada@corp.example'] });
    expect(body.people).toBe(1);
    expect(published[0]?.detail).toMatchObject({ emails: ['ada@corp.example'] });
  });

  it.each([
    [
      'somebody who is not held',
      { emails: ['ada@corp.example', 'cyd@corp.example'] },
      'nothing-held',
      /: cyd@/,
    ],
    ['nobody', { emails: [] }, 'not-understood', /emails/],
    ['a misspelt member', { email: ['ada@corp.example'] }, 'not-understood', /email/],
  ])('refuses %s, and decides nothing', async (_, body, kind, message) => {
    await expect(decide('approve', body)).rejects.toMatchObject({
      kind,
      message: expect.stringMatching(message),
    });
    expect(published).toEqual([]);
  });

  it('of a batch that was decided is refused, with who did it', async () => {
    changes = new InMemoryPeopleChanges();
    await expect(decide('approve')).rejects.toMatchObject({ kind: 'nothing-held' });
    await batches.decide(batchId, { verdict: 'rejected', by: 'eve', at: now });
    await expect(decide('reject')).rejects.toMatchObject({
      kind: 'nothing-held',
      message: expect.stringContaining('eve rejected it'),
    });
    await expect(decide('approve')).rejects.toMatchObject({
      kind: 'decided-otherwise',
      message: expect.stringContaining('eve rejected it'),
    });
  });

  it('of an unknown batch is not found', async () => {
    batches = new InMemoryRecordedBatches();
    await expect(decide('approve')).rejects.toMatchObject({ kind: 'not-found' });
  });
});

it.each<[what: string, route: string, own: Partial<HttpRequest>, kind: string]>([
  ['nobody whom IAM knows', 'POST /people', { awsCallerArn: undefined }, 'not-authenticated'],
  ['another address', 'POST /people/all', {}, 'not-found'],
])('%s is refused', async (_, route, own, kind) => {
  const asking = send(route, {}, own);
  await expect(asking).rejects.toThrow(RefusedRequest);
  await expect(asking).rejects.toMatchObject({ kind });
});
