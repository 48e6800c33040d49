import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'scc-automations-guard-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function fileWith(content: string): Promise<string> {
  const file = join(await folder(), 'file');
  await writeFile(file, content);
  return file;
}

/** Runs `guard check` in this process, beside no local stack. */
async function guard(...words: readonly string[]) {
  const output = new PassThrough();
  const errors = new PassThrough();
  const exitCode = await runCommandLine(['guard', ...words, '--state', await folder()], {
    input: Readable.from([]),
    output,
    errors,
    environment: {},
  });
  output.end();
  errors.end();
  return { exitCode, output: await text(output), errors: await text(errors) };
}

async function checked(...words: readonly string[]) {
  const { output } = await guard('check', '--json', ...words);
  return JSON.parse(output);
}

const configuration = {
  stage: 'test',
  organisations: {
    main: { secureAccess: { edition: 'global' } },
    branch: { secureAccess: { edition: 'umbrella' } },
  },
  destinationLists: {
    'soc-block': { organisation: 'main', id: 7001234 },
    'dns-block': { organisation: 'branch', id: 7001235 },
  },
  connections: {
    feed: {
      kind: 'ioc-list',
      authentication: 'bearer-token',
      destinationLists: ['soc-block', 'dns-block'],
      minimumConfidence: 70,
      ignoredDomains: ['feed.example'],
    },
  },
  guard: { ownDomains: ['corp.example'] },
};
const configured = async () => ['-c', await fileWith(JSON.stringify(configuration))];

describe('guard check --json', () => {
  it('answers every value as it was given, in order', async () => {
    expect(await checked('Bad[.]Example', 'foo.okta.com', '10.0.0.5', 'two words')).toEqual([
      {
        value: 'Bad[.]Example',
        type: 'domain',
        decision: 'pass',
        rule: null,
        reason: null,
        explanation: null,
      },
      {
        value: 'foo.okta.com',
        type: 'domain',
        decision: 'hold',
        rule: 'not-an-identity-provider',
        reason: 'identity-provider',
        explanation: 'foo.okta.com lies below okta.com, which is a service that people sign in with.',
      },
      {
        value: '10.0.0.5',
        type: 'ipv4',
        decision: 'reject',
        rule: 'public-address',
        reason: 'private-address',
        explanation: '10.0.0.5 is no ordinary address of the internet: private address.',
      },
      {
        value: 'two words',
        type: null,
        decision: 'reject',
        rule: 'readable',
        reason: 'not-an-indicator',
        explanation: 'It is no domain, URL, address, network or the like: not an indicator.',
      },
    ]);
  });

  it('reads values from a file, without its comments', async () => {
    const file = await fileWith('# from the ticket\nbad.example\r\n\n  8.8.8.8  \n');
    expect(await checked('first.example', '--file', file)).toMatchObject([
      { value: 'first.example', decision: 'pass' },
      { value: 'bad.example', decision: 'pass' },
      { value: '8.8.8.8', decision: 'reject' },
    ]);
  });

  it('knows the settings of a configuration', async () => {
    expect(await checked('wiki.corp.example')).toMatchObject([{ decision: 'pass' }]);
    expect(await checked('wiki.corp.example', ...(await configured()))).toMatchObject([
      { decision: 'reject', rule: 'not-your-own' },
    ]);
  });

  it('knows what has no effect on a destination list', async () => {
    const words = ['103.27.202.185', ...(await configured()), '--destination-list'];
    expect(await checked(...words, 'soc-block')).toMatchObject([{ decision: 'pass' }]);
    expect(await checked(...words, 'dns-block')).toMatchObject([
      { decision: 'reject', reason: 'no-effect-on-umbrella' },
    ]);
  });

  it('asks as for a connection: its strictest list, its floors, its ignored domains', async () => {
    const words = ['bad.example', 'x.feed.example', '103.27.202.185', ...(await configured())];
    expect(await checked(...words, '--connection', 'feed', '--confidence', '90')).toMatchObject([
      { decision: 'pass' },
      { decision: 'reject', reason: 'ignored-domain' },
      { decision: 'reject', reason: 'no-effect-on-umbrella' },
    ]);
    expect(await checked('bad.example', ...(await configured()), '--connection', 'feed')).toMatchObject([
      { decision: 'hold', reason: 'unknown-confidence' },
    ]);
  });
});

describe('guard check', () => {
  it('tells people decision, value and why, and ends well whatever was decided', async () => {
    expect(await guard('check', 'bad.example', 'bit.ly', 'okta.com')).toEqual({
      exitCode: 0,
      errors: '',
      output: [
        'pass    bad.example',
        'hold    bit.ly',
        '        bit.ly is a URL shortener: one short link may be blocked, its host not. (not-a-url-shortener: url-shortener)',
        'reject  okta.com',
        '        okta.com is a service that people sign in with. (not-an-identity-provider: identity-provider)',
        '',
      ].join('\n'),
    });
  });

  it('shows its help', async () => {
    const { exitCode, output } = await guard('--help');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/guard check \[<value> …\]/);
  });

  it.each([
    ['no command', [], /comes "check"/],
    ['no value', ['check'], /Name values/],
    ['an unknown option', ['check', 'a.example', '--fast'], /option that is not known/],
    ['no percentage', ['check', 'a.example', '--confidence', 'very'], /0 to 100/],
    ['no severity', ['check', 'a.example', '--severity', 'bad'], /informational, low/],
    ['a list without a configuration', ['check', 'a.example', '--destination-list', 'x'], /no configuration/],
    ['both', ['check', 'a.example', '--destination-list', 'x', '--connection', 'y'], /not both/],
  ])('with %s says what would be right', async (_what, words, says) => {
    const { exitCode, errors } = await guard(...words);
    expect(exitCode).toBe(2);
    expect(errors).toMatch(says);
  });

  it('with a connection that is not configured names those that are', async () => {
    const { exitCode, errors } = await guard(
      'check',
      'a.example',
      '--connection',
      'x',
      ...(await configured()),
    );
    expect(exitCode).toBe(2);
    expect(errors).toBe('The configuration has no connection "x"; it has feed.\n');
  });
});
