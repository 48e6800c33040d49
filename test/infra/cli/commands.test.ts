import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stageNameSchema } from '#shared/config/names.ts';
import type { CheckAnswer } from '#shared/credentials/health/health-report.ts';
import { unusedUrl } from '../../shared/cisco/http-test-server.ts';
import { main } from '../../shared/credentials/health/health-fixtures.ts';
import { startCommandLineBench } from './command-line-bench.ts';

const canary = 'canary-5f3d9b7a1c';

const organisation = {
  secureAccess: { edition: 'global', keyRotation: { everyDays: 30, lifetimeDays: 60 } },
  securityCloudControl: { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' },
  xdr: { region: 'us', clientCreatedOn: '2026-11-01' },
};

const checkAnswer: CheckAnswer = {
  report: {
    version: 1,
    stage: stageNameSchema.parse('local'),
    checkedAt: '2026-11-22T06:00:00.000Z',
    credentials: [
      {
        organisation: main,
        kind: 'secure-access-api-key',
        works: 'yes',
        missingScopes: [],
        unprovedScopes: [],
        risks: [],
      },
      {
        organisation: main,
        kind: 'scc-api-key',
        works: 'yes',
        daysLeft: 4.5,
        missingScopes: [],
        unprovedScopes: [],
        risks: [{ risk: 'expires-soon', message: 'main/scc-api-key ends in 4.5 days.', reachedDaysLeft: 5 }],
      },
    ],
  },
  markdown: '',
};

describe('a wrong command line does nothing, ends with 2 and says in one line what is wrong', () => {
  it.each<[string, string[], string]>([
    ['nothing', [], 'The first word must be "credentials"'],
    ['another first word', ['secrets', 'set'], 'The first word must be "credentials"'],
    ['no subcommand', ['credentials'], 'comes one of set, check, rotate, show'],
    ['an unknown subcommand', ['credentials', canary], 'comes one of set, check, rotate, show'],
    ['no credential', ['credentials', 'set'], 'Name a credential: one of main/secure-access-api-key, '],
    [
      'an unknown credential',
      ['credentials', 'show', canary],
      'That is no credential of this stack: one of main/',
    ],
    [
      'a secret behind the credential',
      ['credentials', 'set', 'main/secure-access-api-key', canary],
      'A secret is never taken from the command line',
    ],
    ['a word too many', ['credentials', 'show', 'main/xdr-client', canary], 'takes one credential at most'],
    ['an unknown option', ['credentials', 'set', `--secret=${canary}`], 'an option that is not known'],
    ['an option without its value', ['credentials', 'check', '--configuration'], 'lacks its value'],
  ])('%s', async (_case, words, message) => {
    const { run, aws } = await startCommandLineBench(organisation);

    const { exitCode, output, errors } = await run(words);

    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toContain(message);
    expect(errors).toMatch(/^[^\n]+\n$/);
    expect(errors).not.toContain(canary);
    expect(aws.invocations).toEqual([]);
  });

  it('names both ways to a stack where none is running', async () => {
    const { run } = await startCommandLineBench(organisation);
    const empty = await mkdtemp(join(tmpdir(), 'scc-automations-cli-'));
    onTestFinished(() => rm(empty, { recursive: true }));

    const { exitCode, errors } = await run(['credentials', 'check', '--state', empty]);

    expect(exitCode).toBe(2);
    expect(errors).toContain('bring it up with npm start, or name a deployed one with -c');
  });

  it('says that the local stack is down when its file is there but nothing answers', async () => {
    const { run, stateFolder } = await startCommandLineBench(organisation);
    const file = join(stateFolder, 'stack.json');
    const stack: object = JSON.parse(await readFile(file, 'utf8'));
    const { origin } = await unusedUrl();
    await writeFile(file, JSON.stringify({ ...stack, awsEndpoint: origin }));

    const { exitCode, errors } = await run(['credentials', 'show', 'main/xdr-client']);

    expect(exitCode).toBe(1);
    expect(errors).toContain('bring the local stack up with npm start');
  });

  it('lists what is wrong with the configuration of a deployed stack', async () => {
    const { run, stateFolder } = await startCommandLineBench(organisation);
    const file = join(stateFolder, 'production.json');
    await writeFile(file, '{ "stage": "Production" }');

    const { exitCode, errors } = await run(['credentials', 'check', '-c', file]);

    expect(exitCode).toBe(1);
    expect(errors).toContain('a stage is 1 to 16 of a-z');
  });

  it.each([
    [['--help'], 'credentials <command>'],
    [['credentials', '--help'], 'credentials <command>'],
    [['credentials', 'set', '--help'], '{ "apiKeyId", "refreshToken" }'],
    [['credentials', 'check', '-h'], '--json'],
    [['credentials', 'rotate', '--help'], 'goes on working meanwhile'],
    [['credentials', 'show', '--help'], 'secrets hidden'],
  ])('%s is no wrong usage: help with the exit codes', async (words, text) => {
    const { run } = await startCommandLineBench(organisation);

    const { exitCode, output } = await run(words);

    expect(exitCode).toBe(0);
    expect(output).toContain(text);
    expect(output).toContain('Exit codes: 0 done, 1 failed');
  });
});

describe('credentials check', () => {
  it('prints the report, and ends with 1 when something needs a person', async () => {
    const { aws, run } = await startCommandLineBench(organisation);
    aws.functions.set('check-credentials', () => checkAnswer);

    const { exitCode, output } = await run(['credentials', 'check']);

    expect(exitCode).toBe(1);
    expect(output).toContain('| main/scc-api-key | yes | 4.5 |');
    expect(output).toContain('- main/scc-api-key ends in 4.5 days.');
    expect(aws.invocations).toEqual([{ name: 'check-credentials', request: {} }]);
  });

  it('prints one credential only, and ends with 0 when that one is well', async () => {
    const { aws, run } = await startCommandLineBench(organisation);
    aws.functions.set('check-credentials', () => checkAnswer);

    const { exitCode, output } = await run(['credentials', 'check', 'main/secure-access-api-key']);

    expect(exitCode).toBe(0);
    expect(output).not.toContain('scc-api-key');
    expect(aws.invocations).toEqual([{ name: 'check-credentials', request: { organisation: 'main' } }]);
  });

  it('prints JSON for other programs', async () => {
    const { aws, run } = await startCommandLineBench(organisation);
    aws.functions.set('check-credentials', () => checkAnswer);

    const { output } = await run(['credentials', 'check', '--json']);

    expect(JSON.parse(output)).toEqual(checkAnswer.report);
  });

  it('names the log when the function breaks', async () => {
    const { run } = await startCommandLineBench(organisation);

    const { exitCode, errors } = await run(['credentials', 'check']);

    expect(exitCode).toBe(1);
    expect(errors).toContain('aws logs tail /scc-automations/local/check-credentials');
  });
});

describe('credentials show', () => {
  it.each<[string, object, string[]]>([
    [
      'secure-access-api-key',
      { key: 'a1b2', secret: canary, expiresAt: '2027-01-01T00:00:00Z' },
      ['a1b2', '2027-01-01T00:00:00Z'],
    ],
    [
      'scc-api-key',
      { refreshToken: canary, organizationId: 'org', apiKeyId: 'key-id', expiresDate: '2027-01-01' },
      ['org', 'key-id', '2027-01-01'],
    ],
    ['scc-access-token', { accessToken: canary, mintedAt: '2026-11-22T00:00:00Z' }, ['2026-11-22T00:00:00Z']],
    ['xdr-client', { clientId: 'client-1', clientPassword: canary }, ['client-1']],
    // What is not known to be harmless is hidden, whatever its name and form.
    ['xdr-client', { clientId: { nested: canary }, note: canary, list: [canary] }, ['(hidden)']],
  ])('prints everything of a %s but the secret', async (kind, stored, shown) => {
    const { aws, run, secretName } = await startCommandLineBench(organisation);
    aws.createSecret(secretName(kind), stored);

    const inLines = await run(['credentials', 'show', `main/${kind}`]);
    const asJson = await run(['credentials', 'show', `main/${kind}`, '--json']);

    for (const words of [...shown, secretName(kind), 'AWSCURRENT']) {
      expect(inLines.output).toContain(words);
      expect(asJson.output).toContain(words);
    }
    expect(`${inLines.output}${asJson.output}${inLines.errors}${asJson.errors}`).not.toContain(canary);
  });

  it('says so when nothing is stored yet', async () => {
    const { run } = await startCommandLineBench(organisation);

    const { exitCode, output } = await run(['credentials', 'show', 'main/xdr-client']);

    expect(exitCode).toBe(0);
    expect(output).toContain('nothing is stored yet');
  });
});

describe('credentials rotate', () => {
  it.each<[string, object, number, string]>([
    [
      'replaced',
      { kind: 'rotated', expiresAt: '2027-01-21T06:00:00.000Z' },
      0,
      'works until 2027-01-21T06:00:00.000Z',
    ],
    [
      'still needing its former key',
      { kind: 'kept', reason: 'former-key-in-use' },
      0,
      'try again in an hour',
    ],
    ['overtaken', { kind: 'overtaken' }, 0, 'theirs is in use'],
    [
      'refused',
      { kind: 'configuration-problem', message: 'The KeyAdmin key is gone.' },
      1,
      'The KeyAdmin key is gone.',
    ],
    [
      'postponed',
      { kind: 'retry-later', message: 'Another is under way.', retryAfterSeconds: 5 },
      1,
      'under way',
    ],
  ])(
    'has its function replace a key now, and tells that it was %s',
    async (_case, outcome, exitCode, words) => {
      const { aws, run } = await startCommandLineBench(organisation);
      aws.functions.set('rotate-secure-access-key', () => ({ organisations: { main: outcome } }));

      const result = await run(['credentials', 'rotate', 'main/secure-access-api-key']);

      expect(result.exitCode).toBe(exitCode);
      expect(`${result.output}${result.errors}`).toContain(words);
      expect(aws.invocations).toEqual([
        { name: 'rotate-secure-access-key', request: { organisation: 'main', force: true } },
      ]);
    },
  );

  it('has a token minted that takes the place of a good one', async () => {
    const { aws, run, secretName } = await startCommandLineBench(organisation);
    aws.createSecret(secretName('secure-access-access-token'), { accessToken: 'token' });
    aws.functions.set('mint-secure-access-token', () => ({
      organisations: { main: { kind: 'minted', expiresAt: '2026-11-22T07:00:00.000Z' } },
    }));

    const { exitCode } = await run(['credentials', 'rotate', 'main/secure-access-access-token']);

    expect(exitCode).toBe(0);
    expect(aws.invocations).toEqual([
      {
        name: 'mint-secure-access-token',
        request: { organisation: 'main', failedVersionId: expect.any(String) },
      },
    ]);
  });

  it.each(['scc-api-key', 'scc-access-token'])(
    'takes the four steps of the rotation itself for %s, as an emulator does not',
    async (kind) => {
      const { aws, run } = await startCommandLineBench(organisation);
      aws.functions.set('rotate-scc-token', () => null);

      const { exitCode } = await run(['credentials', 'rotate', `main/${kind}`]);

      expect(exitCode).toBe(0);
      expect(aws.invocations.map(({ name, request }) => [name, request])).toMatchObject([
        ['rotate-scc-token', { Step: 'createSecret' }],
        ['rotate-scc-token', { Step: 'setSecret' }],
        ['rotate-scc-token', { Step: 'testSecret' }],
        ['rotate-scc-token', { Step: 'finishSecret' }],
      ]);
    },
  );

  it.each<[string, object, string]>([
    ['xdr-client', organisation, 'a person makes a new one'],
    ['secure-access-key-admin-key', organisation, 'made by a person only'],
    [
      'secure-access-api-key',
      { secureAccess: { edition: 'global' } },
      'organisations.main.secureAccess.keyRotation is not configured',
    ],
  ])('refuses %s where only a person can replace it', async (kind, configured, words) => {
    const { run } = await startCommandLineBench(configured);

    const { exitCode, errors } = await run(['credentials', 'rotate', `main/${kind}`]);

    expect(exitCode).toBe(2);
    expect(errors).toContain(words);
    expect(errors).toContain(`credentials set main/${kind}`);
  });
});
