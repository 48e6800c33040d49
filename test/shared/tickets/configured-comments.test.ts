import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { lifecycleSourceSchema } from '#shared/config/lifecycle-source.ts';
import { stageNameSchema } from '#shared/config/names.ts';
import type { SecretReader } from '#shared/credentials/secret-reader.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { configuredComments } from '#shared/tickets/configured-comments.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';
import {
  answer,
  type HttpTestServer,
  type Reaction,
  type ReceivedCall,
  startHttpTestServer,
} from '../cisco/http-test-server.ts';

const event = { type: 'UserOffboarded', detail: { eventId: 'chg-done' } };
const comment = (ticket: string, text = 'bob@corp.example is offboarded.') => ({ ticket, text, event });

/** The comments of a source named `hr`, whose ticket system is a server of this test. */
async function commentsAt(
  source: (origin: string) => object,
  react: (call: ReceivedCall) => Reaction,
  secret: object = { user: 'robot', token: 'dummy-token' },
) {
  const server = await startHttpTestServer(react);
  const time = new AdvancingTime();
  const asked: string[] = [];
  const secrets: SecretReader = {
    async read(name, schema) {
      asked.push(name);
      return { value: schema.parse(secret), versionId: 'v1' };
    },
  };
  const comments = configuredComments({
    sources: { hr: lifecycleSourceSchema.parse(source(server.url.origin)) },
    stage: stageNameSchema.parse('test'),
    secrets,
    http: httpClient({ clock: time, sleep: time.sleep, random: () => 0 }),
  })('hr');
  if (!comments) throw new Error('comments are configured');
  return { server, comments, asked };
}

const calls = (server: HttpTestServer) => server.calls.map(({ method, path }) => `${method} ${path}`);
const sent = (server: HttpTestServer) => JSON.parse(server.calls.at(-1)?.body ?? '');

describe('a comment in ServiceNow', () => {
  const servicenow = (baseUrl: string) => ({
    kind: 'servicenow',
    comments: { system: 'servicenow', baseUrl, table: 'sc_req_item' },
  });
  const found = ({ method }: ReceivedCall) =>
    answer(200, { result: method === 'GET' ? [{ sys_id: 'abc123' }] : { sys_id: 'abc123' } });

  it('is a work note on the record of that number', async () => {
    const { server, comments, asked } = await commentsAt(servicenow, found);

    expect(await comments.add(comment('RITM0010042'))).toBe('added');
    expect(calls(server)).toEqual([
      'GET /api/now/table/sc_req_item?sysparm_query=number%3DRITM0010042&sysparm_fields=sys_id&sysparm_limit=1',
      'PATCH /api/now/table/sc_req_item/abc123?sysparm_fields=sys_id',
    ]);
    expect(sent(server)).toEqual({ work_notes: 'bob@corp.example is offboarded.' });
    expect(server.calls[1]?.headers.authorization).toBe(
      `Basic ${Buffer.from('robot:dummy-token').toString('base64')}`,
    );
    expect(new Set(asked)).toEqual(new Set(['scc-automations/test/people/ticket-systems/hr']));
  });

  it('shows nothing as HTML', async () => {
    const { server, comments } = await commentsAt(servicenow, found);

    await comments.add(comment('RITM1', 'a [code]<img src=x>[/CODE] b'));

    expect(sent(server)).toEqual({ work_notes: 'a (code)<img src=x>(/CODE) b' });
  });

  it.each([
    ['RITM1^ORnumber=RITM2', 'would be another query'],
    ['', 'names nothing'],
    ['RITM 1', 'is no number'],
  ])('is not looked for by "%s", which %s', async (ticket) => {
    const { server, comments } = await commentsAt(servicenow, found);

    expect(await comments.add(comment(ticket))).toBe('no-such-ticket');
    expect(server.calls).toEqual([]);
  });

  it('has no place where there is no such record', async () => {
    const { comments } = await commentsAt(servicenow, () => answer(200, { result: [] }));

    expect(await comments.add(comment('RITM1'))).toBe('no-such-ticket');
  });
});

describe('a comment in Jira', () => {
  const jira = (baseUrl: string) => ({
    kind: 'jira-service-management',
    comments: { system: 'jira', baseUrl },
  });

  it('is one on the issue of that key, in which nothing is markup', async () => {
    const { server, comments } = await commentsAt(jira, () => answer(201, { id: '1' }));

    expect(await comments.add(comment('HR-42', 'a {noformat}[~admin] b'))).toBe('added');
    expect(calls(server)).toEqual(['POST /rest/api/2/issue/HR-42/comment']);
    expect(sent(server)).toEqual({ body: '{noformat}\na (noformat}[~admin] b\n{noformat}' });
  });

  it.each(['42', '../search', 'HR-42/comment', ''])(
    'is not sent to "%s", which is no key',
    async (ticket) => {
      const { server, comments } = await commentsAt(jira, () => answer(201));

      expect(await comments.add(comment(ticket))).toBe('no-such-ticket');
      expect(server.calls).toEqual([]);
    },
  );

  it('has no place where there is no such issue', async () => {
    const { comments } = await commentsAt(jira, () => answer(404, { errorMessages: ['no'] }));

    expect(await comments.add(comment('HR-42'))).toBe('no-such-ticket');
  });
});

describe('a comment in any other system', () => {
  const other = (origin: string) => ({
    kind: 'json',
    mapping: { email: 'email' },
    comments: { system: 'json', url: `${origin}/hooks/tickets` },
  });

  it('is posted with ticket and event, by a bearer token where no user is stored', async () => {
    const { server, comments } = await commentsAt(other, () => answer(204), { token: 'dummy-token' });

    expect(await comments.add(comment('any / ticket'))).toBe('added');
    expect(calls(server)).toEqual(['POST /hooks/tickets']);
    expect(sent(server)).toEqual({
      ticket: 'any / ticket',
      comment: 'bob@corp.example is offboarded.',
      event,
    });
    expect(server.calls[0]?.headers.authorization).toBe('Bearer dummy-token');
  });

  it.each([
    [401, ConfigurationProblem],
    [403, ConfigurationProblem],
    [404, ConfigurationProblem],
    [422, GiveUp],
    [500, OutcomeUnknown],
  ])('that is answered with %s is no comment, and nothing is told of the token', async (status, kind) => {
    const { comments } = await commentsAt(other, () => answer(status, { quoted: 'dummy-token' }));

    const failure = await comments.add(comment('T-1')).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(kind);
    expect(String(failure)).not.toContain('dummy-token');
  });

  it('does not follow a redirect with its credentials', async () => {
    const elsewhere = await startHttpTestServer(() => answer(200));
    const { comments } = await commentsAt(other, () =>
      answer(307, '', { location: `http://localhost:${elsewhere.url.port}/` }),
    );

    await expect(comments.add(comment('T-1'))).rejects.toThrow();
    expect(elsewhere.calls).toEqual([]);
  });
});

it.each(['unknown', 'files', 'api', '__proto__'])('the source "%s" gets no comments', (name) => {
  const commentsOf = configuredComments({
    sources: { files: lifecycleSourceSchema.parse({ kind: 'csv' }) },
    stage: stageNameSchema.parse('test'),
    secrets: { read: async () => Promise.reject(new Error('not to be read')) },
    http: { send: async () => Promise.reject(new Error('not to be sent')) },
  });

  expect(commentsOf(name)).toBeUndefined();
});
