import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';
import { stateFolderAt } from '#infra/local/state-folder.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { batchIdOf } from '#shared/people/changes/batch-id.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { noSimulators } from '#test/infra/local/no-simulators.ts';
import { unusedUrl } from '#test/shared/cisco/http-test-server.ts';
import { InMemoryPeopleChanges } from '#test/shared/people/changes/in-memory-people-changes.ts';
import { personChange, plannedWhenDue } from '#test/shared/people/changes/person-changes.ts';
import { joiner, leaver } from '#test/shared/people/lifecycle/lifecycle-requests.ts';
import { startPeopleApi } from './people-api.ts';

const now = new Date('2026-11-22T10:00:00Z');
const due = new Date('2026-11-27T17:00:00Z');
const batchId = batchIdOf(deriveRequestId('hr', 'file'));
const trips = [{ fuse: 'many-leavers', explanation: '3 leave, 2 are allowed.' }] as const;
const held = { state: 'held', since: now, batchId, trips } as const;
const ada = leaver('ada@corp.example', due, { ticket: 'HR-7' });

let folder: string;
let api: Awaited<ReturnType<typeof startPeopleApi>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'people-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  api = await startPeopleApi(now);
  const { stackFile, configurationFile } = stateFolderAt(folder);
  await writeFile(
    stackFile,
    JSON.stringify({
      awsEndpoint: api.url,
      apiUrl: api.url,
      region: 'eu-west-1',
      simulators: noSimulators,
      functions: {},
      queues: {},
      table: 'table',
      bus: 'bus',
      secrets: {},
      connections: {},
    }),
  );
  await writeFile(
    configurationFile,
    JSON.stringify({ stage: 'local', organisations: {}, destinationLists: {}, connections: {} }),
  );
});

async function run(...words: string[]) {
  const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
  const exitCode = await runCommandLine(['people', ...words, '--state', folder], {
    ...streams,
    environment: {},
  });
  streams.output.end();
  streams.errors.end();
  const [output, errors] = [await text(streams.output), await text(streams.errors)];
  return { exitCode, lines: output.split('\n').slice(0, -1), errors };
}

describe('people list', () => {
  it('shows everybody in one line, with what comes next, and signs as an AWS caller', async () => {
    api.changes = new InMemoryPeopleChanges([
      personChange(ada, plannedWhenDue(ada)),
      personChange(joiner('bob@corp.example', due), held),
      personChange(leaver('cyd@corp.example', due), { state: 'done', at: due, undoUntil: due }),
    ]);
    const { exitCode, lines, errors } = await run('list');
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(lines).toEqual([
      'ada@corp.example leaves, 2026-11-27 18:00 Europe/Zurich, ticket HR-7: planned, begins 2026-11-27 18:00 Europe/Zurich, done by 2026-11-27 18:01 Europe/Zurich',
      `bob@corp.example joins, 2026-11-27 18:00 Europe/Zurich, profile guest: held, decide with: people approve ${batchId}`,
      'cyd@corp.example leaves, 2026-11-27 18:00 Europe/Zurich: done, 2026-11-27 18:00 Europe/Zurich, can be undone until 2026-11-27 18:00 Europe/Zurich',
    ]);
    expect(api.authorizations[0]).toMatch(/^AWS4-HMAC-SHA256 Credential=.*\/eu-west-1\/execute-api\//);
  });

  it('goes on to the last page', async () => {
    const everybody = Array.from({ length: 1_001 }, (_, index) =>
      personChange(leaver(`p${String(index).padStart(4, '0')}@corp.example`, due), held),
    );
    api.changes = new InMemoryPeopleChanges(everybody);
    const { lines } = await run('list', '--only', 'held', '--json');
    expect(JSON.parse(lines.join('')).people).toHaveLength(1_001);
    expect(api.calls).toEqual([
      'GET /people?limit=500&state=held',
      'GET /people?after=p0499%40corp.example&limit=500&state=held',
      'GET /people?after=p0999%40corp.example&limit=500&state=held',
    ]);
  });

  it('says when there is nobody, and what may be asked for', async () => {
    expect((await run('list')).lines).toEqual(['nobody']);
    const { exitCode, lines } = await run('list', '--only', 'gone');
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).toContain('"under-way"');
  });
});

describe('people show', () => {
  it('shows the plan of one person, each step with its result, and what was before', async () => {
    const corp = organisationNameSchema.parse('corp');
    const open = [{ step: 'end-vpn-sessions', organisation: corp, reason: 'one is left' }] as const;
    const change = personChange(ada, {
      state: 'incomplete',
      since: now,
      attempts: 1,
      open,
      nextAttemptAt: due,
    });
    const before = personChange(joiner('ada@corp.example', new Date('2020-01-06T07:00:00Z')), {
      state: 'done',
      at: now,
    });
    api.changes = new InMemoryPeopleChanges([before, change]);
    const step = { organisation: corp, attempts: 1, beganAt: now };
    await api.journal.record(change.changeId, {
      ...step,
      step: 'disable-sign-in',
      result: 'done',
      summary: 'was active',
    });
    await api.journal.record(change.changeId, {
      ...step,
      step: 'end-vpn-sessions',
      result: 'open',
      summary: 'one is left',
    });
    const { exitCode, lines } = await run('show', 'Ada@corp.example');
    expect(exitCode).toBe(0);
    expect(lines.slice(0, 5)).toEqual([
      'ada@corp.example leaves, 2026-11-27 18:00 Europe/Zurich, ticket HR-7',
      '  incomplete, tried again 2026-11-27 18:00 Europe/Zurich; asked for by hr',
      '  done        corp disable-sign-in: was active',
      '  open        corp end-vpn-sessions: one is left',
      '  pending     corp remove-from-groups',
    ]);
    expect(lines.at(-1)).toMatch(/^before: ada@corp.example joins, 2020-01-06 08:00.*: done/);
    expect(api.calls).toEqual(['GET /people/ada@corp.example']);
  });

  it('shows who let it pass the fuses', async () => {
    api.changes = new InMemoryPeopleChanges([
      personChange(ada, plannedWhenDue(ada), { approval: { by: 'ops', at: now } }),
    ]);
    expect((await run('show', 'ada@corp.example')).lines).toContain(
      '  approved by ops, 2026-11-22 11:00 Europe/Zurich',
    );
  });

  it('shows a file: what was refused, and who waits for a decision', async () => {
    api.changes = new InMemoryPeopleChanges([personChange(ada, held)]);
    await api.batches.record({
      batchId,
      source: 'hr',
      origin: 'hr/leavers.csv',
      receivedAt: now,
      counts: { accepted: 2, held: 1, idle: 0, refused: 1 },
      refused: [{ row: 3, reason: 'email-missing', explanation: 'No mail address.' }],
      trips,
      doneBy: due,
      decision: { verdict: 'approved', by: 'eve', at: now },
    });
    expect((await run('show', batchId)).lines).toEqual([
      `${batchId}: hr/leavers.csv from hr`,
      '  2 accepted, 1 held, 0 with nothing to do, 1 refused',
      '  all done by 2026-11-27 17:00 UTC',
      '  approved by eve, 2026-11-22 10:00 UTC',
      '  many-leavers: 3 leave, 2 are allowed.',
      '  refused, row 3 (email-missing): No mail address.',
      '  held: ada@corp.example leaves, 2026-11-27 18:00 Europe/Zurich, ticket HR-7',
      '    many-leavers: 3 leave, 2 are allowed.',
    ]);
  });

  it('fails for somebody unknown, with the reason', async () => {
    const { exitCode, lines } = await run('show', 'bob@corp.example');
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).toMatch(/^404 .*\nNothing was ever asked for bob@corp.example/);
  });
});

describe('people', () => {
  it('has somebody cut off, with everything that was told', async () => {
    const words = ['--day', '2026-11-27', '--time', '17:00', '--time-zone', 'America/Bogota'];
    const { exitCode, lines } = await run('offboard', 'ada@corp.example', ...words, '--ticket', 'HR-7');
    expect(exitCode).toBe(0);
    expect(lines.slice(0, 2)).toEqual([
      'accepted',
      'ada@corp.example leaves, 2026-11-27 17:00 America/Bogota, ticket HR-7',
    ]);
    expect(api.published).toMatchObject([{ detailType: 'OffboardRequested', detail: { time: '17:00' } }]);
  });

  it('has somebody let in at once', async () => {
    const words = ['--given', 'Ada', '--family', 'Byron', '--profile', 'guest', '--immediate'];
    expect((await run('onboard', 'ada@corp.example', ...words)).lines[1]).toBe(
      'ada@corp.example joins, at once, profile guest',
    );
    expect(api.published).toMatchObject([
      { detailType: 'OnboardRequested', detail: { name: { given: 'Ada', family: 'Byron' } } },
    ]);
  });

  it('tells what the API misses', async () => {
    const { exitCode, lines } = await run('offboard', 'ada@corp.example');
    expect(exitCode).toBe(1);
    expect(lines[1]).toMatch(/name a day, or say "immediate": true/);
    expect(api.published).toEqual([]);
  });

  it.each([
    ['cancel', plannedWhenDue(ada), 'PersonChangeWithdrawn'],
    ['undo', { state: 'done', at: now, undoUntil: due }, 'PersonUndoRequested'],
  ] as const)(
    '%s is taken where it is possible, and refused with words where not',
    async (name, standing, type) => {
      api.changes = new InMemoryPeopleChanges([personChange(ada, standing)]);
      expect(await run(name, 'ada@corp.example')).toMatchObject({ exitCode: 0, lines: ['accepted'] });
      expect(api.published).toMatchObject([{ detailType: type }]);
      api.changes = new InMemoryPeopleChanges([
        personChange(ada, { state: 'undone', at: now, by: 'x', open: [] }),
      ]);
      const { exitCode, lines } = await run(name, 'ada@corp.example');
      expect(exitCode).toBe(1);
      expect(lines.join('\n')).toMatch(/^409 .*\nIt was undone/);
    },
  );

  it.each<[words: string[], expected: object]>([
    [['approve', batchId], { verdict: 'approved' }],
    [['reject', batchId, 'ada@corp.example'], { verdict: 'rejected', emails: ['ada@corp.example'] }],
  ])('%j decides what the fuses hold', async (words, expected) => {
    api.changes = new InMemoryPeopleChanges([personChange(ada, held)]);
    await api.batches.record({
      batchId,
      source: 'hr',
      origin: 'hr/leavers.csv',
      receivedAt: now,
      counts: { accepted: 0, held: 1, idle: 0, refused: 0 },
      refused: [],
      trips,
    });
    expect(await run(...words)).toMatchObject({ exitCode: 0, lines: ['accepted, 1 person'] });
    expect(api.published).toMatchObject([{ detailType: 'HeldPeopleDecided', detail: expected }]);
  });

  it.each<[what: string, words: string[], message: RegExp]>([
    ['no subcommand', [], /one of list, show, cancel/],
    ['nobody', ['show'], /mail address, such as ada@corp.example, or a batch by its id/],
    ['a name', ['offboard', 'Ada'], /named by the mail address/],
    ['two people', ['cancel', 'ada@corp.example', 'bob@corp.example'], /too many words/],
    ['somebody to list', ['list', 'ada@corp.example'], /too many words/],
    ['a person to approve', ['approve', 'ada@corp.example'], /bat_ and 32/],
    ['an option of another', ['cancel', 'ada@corp.example', '--immediate'], /has no --immediate/],
    ['an unknown option', ['list', '--all'], /not known/],
    ['a deployed stack without its address', ['list', '-c', 'x.json'], /--api-url/],
  ])('is wrong usage with %s, and nothing is asked', async (_, words, message) => {
    const { exitCode, lines, errors } = await run(...words);
    expect({ exitCode, lines }).toEqual({ exitCode: 2, lines: [] });
    expect(errors).toMatch(message);
    expect(api.calls).toEqual([]);
  });

  it.each(['{}', '{"awsEndp'])('says what to do about a local stack of another version', async (content) => {
    await writeFile(stateFolderAt(folder).stackFile, content);
    const { exitCode, errors } = await run('list');
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/brought up by another version: .* npm start/);
  });

  it('says when nobody answers', async () => {
    const { exitCode, errors } = await run('list', '--api-url', (await unusedUrl()).href);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/^Nobody answers at http:.*npm start/);
  });

  it('says when no AWS region is chosen', async () => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('AWS_REGION', undefined);
    vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'));
    const { configurationFile } = stateFolderAt(folder);
    const { exitCode, errors } = await run('list', '-c', configurationFile, '--api-url', api.url);
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/No AWS region is chosen: set AWS_REGION/);
  });

  it('shows its help', async () => {
    expect((await run('--help')).lines[0]).toBe('npm run cli -- people <command> [options]');
  });
});
