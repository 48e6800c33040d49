import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { offboardRequestedSchema } from '#shared/events/offboard-requested.ts';
import { personChangeWithdrawnSchema } from '#shared/events/people-commands.ts';
import { peopleIntake, type Sent } from './people-intake.ts';

let intake: ReturnType<typeof peopleIntake>;
beforeEach(() => {
  intake = peopleIntake();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const leaving = { who: 'ada@corp.example', what: 'offboarding', until: '2026-11-27', number: 'HR-7' };

describe('a ticket', () => {
  it('is published as a command, and its sender is told as what it was read', async () => {
    const { status, body } = await intake.send({ body: leaving });
    expect(status).toBe(202);
    expect(body).toEqual({
      requestId: expect.stringMatching(/^req_[0-9a-f]{32}$/),
      status: 'accepted',
      readAs: {
        kind: 'offboard',
        email: 'ada@corp.example',
        immediate: false,
        dueAt: '2026-11-27T17:00:00.000Z',
        timeZone: 'Europe/Zurich',
        departure: 'unknown',
        ticket: 'HR-7',
      },
      links: { self: '/people/ada%40corp.example' },
    });
    const [event] = intake.published;
    expect(event).toMatchObject({
      source: 'scc-automations.people-sources',
      detailType: 'OffboardRequested',
    });
    expect(offboardRequestedSchema.parse(event?.detail)).toMatchObject({
      requestId: body.requestId,
      lifecycleSource: 'tickets',
      email: 'ada@corp.example',
      day: '2026-11-27',
      time: '18:00',
      timeZone: 'Europe/Zurich',
      ticket: 'HR-7',
    });
  });

  it('that comes again has the same request id, and another one has another', async () => {
    const first = await intake.send({ body: leaving });
    const repeat = await intake.send({ body: leaving });
    const other = await intake.send({ body: { ...leaving, until: '2026-11-28' } });
    const resent = await intake.send({ body: leaving, headers: { 'idempotency-key': 'second' } });
    expect(repeat.body.requestId).toBe(first.body.requestId);
    expect(new Set([first, other, resent].map(({ body }) => body.requestId)).size).toBe(3);
  });

  it('that is declined takes back what it asked for', async () => {
    const issue = { key: 'HR-7', fields: { status: { name: 'Declined' } } };
    const { status, body } = await intake.send({ source: 'jira', body: { issue } });
    expect({ status, body }).toEqual({ status: 202, body: { status: 'withdrawn', ticket: 'HR-7' } });
    expect(personChangeWithdrawnSchema.parse(intake.published[0]?.detail).withdrawn).toEqual({
      by: 'ticket',
      source: 'jira',
      ticket: 'HR-7',
    });
  });

  it('that waits for approval is nothing to do', async () => {
    const issue = { key: 'HR-7', fields: { status: { name: 'Open' } } };
    const { status, body } = await intake.send({ source: 'jira', body: { issue } });
    expect({ status, body }).toEqual({
      status: 200,
      body: { status: 'nothing-to-do', reason: 'not-approved' },
    });
    expect(intake.published).toEqual([]);
  });

  it('can be sent again when it could not be published', async () => {
    intake.faults.publish = new RetryLater('The bus is away.');
    expect(await intake.send({ body: leaving })).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('Send the same request again') },
    });
  });

  it('leaves nobody in the log', async () => {
    await intake.send({ body: leaving });
    expect(intake.logLines.join()).toContain('"source": "tickets"');
    expect(intake.logLines.join()).not.toContain('ada');
  });
});

describe('a file', () => {
  const file = 'email;last day\nada@corp.example;2026-11-27\n;2026-11-27\n';

  it('is kept where it is planned from, and its sender is told what its rows come to', async () => {
    const { status, body } = await intake.send({ source: 'hr', body: file });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      status: 'accepted',
      duplicate: false,
      rows: { accepted: 1, idle: 0, refused: 1 },
      refused: [{ row: 3, reason: 'email-missing' }],
      links: { self: `/people/batches/${body.requestId.replace('req', 'bat')}` },
    });
    expect([...intake.files]).toEqual([[`hr/${body.requestId}.csv`, file]]);
    expect(intake.published).toEqual([]);
  });

  it('that comes again is kept once', async () => {
    await intake.send({ source: 'hr', body: file });
    expect((await intake.send({ source: 'hr', body: file })).body).toMatchObject({ duplicate: true });
    expect(intake.files.size).toBe(1);
  });

  it('that cannot be read is not kept', async () => {
    const { status } = await intake.send({ source: 'hr', body: 'shoe size\n38\n' });
    expect(status).toBe(422);
    expect(intake.files.size).toBe(0);
  });
});

it.each<[what: string, sent: Sent, status: number, detail: RegExp]>([
  ['another method', { method: 'GET' }, 405, /GET was sent/],
  ['a wrong secret', { headers: { Authorization: 'Bearer x' } }, 401, /none of the valid ones/],
  ['no source', { source: 'nobody' }, 404, /heard under this name/],
  ['an inherited name', { source: 'constructor' }, 404, /heard under this name/],
  ['a source without an address', { source: 'drop' }, 404, /heard under this name/],
  ['a source that speaks SCIM', { source: 'okta', body: {} }, 404, /\/people-sources\/okta\/scim\/v2/],
  ['too large a body', { body: 'x'.repeat(50_001) }, 413, /50001 bytes/],
  ['no JSON', { body: 'who=ada' }, 400, /not valid JSON/],
  [
    'a ticket that names nobody',
    { body: { ...leaving, who: undefined } },
    422,
    /^Not accepted \(email-missing\): No mail address/,
  ],
])('%s is refused with a problem, and nothing has happened', async (_, sent, status, detail) => {
  const answer = await intake.send(sent);
  expect(answer).toMatchObject({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { detail: expect.stringMatching(detail) },
  });
  expect(intake.published).toEqual([]);
});
