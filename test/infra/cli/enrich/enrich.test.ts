import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';
import { stateFolderAt } from '#infra/local/state-folder.ts';
import { noSimulators } from '#test/infra/local/no-simulators.ts';
import { FakeAws } from '#test/shared/aws/fake-aws.ts';
import {
  answer,
  type Reaction,
  type ReceivedCall,
  startHttpTestServer,
} from '#test/shared/cisco/http-test-server.ts';

const secret = 'whsec_ZHVtbXkta2V5LW9mLXRoZS10ZXN0cy1vbmx5';
const requestId = 'req_0123456789abcdef0123456789abcdef';
const outcome = {
  requestId,
  connection: 'triage',
  action: 'enrich',
  status: 'done',
  indicators: [
    {
      type: 'domain',
      value: 'bad.example',
      status: 'enriched',
      action: 'block',
      because: 'rule 1: malicious',
      investigateUrl: 'https://xdr.example/investigate?q=bad.example',
      verdict: {
        disposition: 'malicious',
        confidence: 'high',
        because: 'Two modules say so.',
        evidence: [
          { module: 'Talos', disposition: 'malicious', reason: 'phishing', link: 'https://talos.example/1' },
        ],
        failures: [{ module: 'Slow Module', message: 'no answer in time' }],
      },
      blocks: [{ status: 'enforced', destinationList: 'soc-block', destinationListId: 7001234 }],
    },
    { value: '10.0.0.5', status: 'rejected', reason: 'private-address' },
  ],
};

let folder: string;
let aws: FakeAws;
let react: (call: ReceivedCall) => Reaction;
let calls: readonly ReceivedCall[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enrich-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  react = () => answer(200, outcome);
  aws = await new FakeAws().start();
  aws.createSecret('scc-automations/local/connections/triage', { current: secret });
  const api = await startHttpTestServer((call) => react(call));
  calls = api.calls;
  const { stackFile } = stateFolderAt(folder);
  await writeFile(
    stackFile,
    JSON.stringify({
      awsEndpoint: aws.url,
      apiUrl: api.url.origin,
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
  await configure('triage');
});

/** The configuration of the local run, with these connections that may ask XDR, and one that may not. */
async function configure(...names: string[]) {
  const common = { kind: 'ioc-list', authentication: 'standard-webhooks', destinationLists: ['soc-block'] };
  const enriching = names.map((name) => [name, { ...common, enrichment: { organisation: 'main' } }]);
  await writeFile(
    stateFolderAt(folder).configurationFile,
    JSON.stringify({
      stage: 'local',
      organisations: {
        main: { secureAccess: { edition: 'global' }, xdr: { region: 'us', clientCreatedOn: '2026-11-01' } },
      },
      destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
      connections: { feed: common, ...Object.fromEntries(enriching) },
    }),
  );
}

async function run(...words: string[]) {
  const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
  const exitCode = await runCommandLine(['enrich', ...words, '--state', folder], {
    ...streams,
    environment: {},
  });
  streams.output.end();
  streams.errors.end();
  return { exitCode, output: await text(streams.output), errors: await text(streams.errors) };
}

describe('enrich', () => {
  it('asks as a sender of the connection would, and prints verdict, evidence and what followed', async () => {
    const { exitCode, output, errors } = await run('bad[.]example', '10.0.0.5', '--urgent');
    expect(exitCode, errors).toBe(0);
    const [call] = calls;
    expect(call?.path).toBe('/webhooks/triage?wait=20');
    expect(
      new Webhook(secret).verify(
        call?.body ?? '',
        Object.fromEntries(Object.entries(call?.headers ?? {}).map(([name, value]) => [name, String(value)])),
      ),
    ).toEqual({
      action: 'enrich',
      indicators: ['bad[.]example', '10.0.0.5'],
      urgent: true,
    });
    expect(output.split('\n')).toEqual([
      `request ${requestId}: done`,
      'bad.example: malicious, confidence high: Two modules say so.',
      '  Talos: malicious, phishing, https://talos.example/1',
      '  Slow Module did not answer: no answer in time',
      '  policy: block, rule 1: malicious',
      '  on soc-block: enforced',
      '  https://xdr.example/investigate?q=bad.example',
      '10.0.0.5: rejected, private-address',
      '',
    ]);
    expect(output + errors).not.toContain(secret);
  });

  it('prints the answer as it came with --json', async () => {
    expect(JSON.parse((await run('bad.example', '--json')).output)).toEqual(outcome);
  });

  it('says that the request goes on when the verdicts are not there in time', async () => {
    react = () =>
      answer(202, {
        requestId,
        status: 'accepted',
        duplicate: false,
        action: 'enrich',
        indicators: { queued: 1, held: 0, rejected: 0 },
      });
    const { exitCode, output } = await run('bad.example', '--wait', '1');
    expect(exitCode).toBe(0);
    expect(output).toContain(`202 accepted\nrequest ${requestId}`);
  });

  it('only asks what would be done with --preview', async () => {
    react = () => answer(200, { status: 'preview', because: 'preview-asked-for', action: 'enrich' });
    const { output } = await run('bad.example', '--preview');
    expect(calls[0]?.path).toBe('/webhooks/triage?preview=true');
    expect(output).toContain('nothing was done');
  });

  it.each<[what: string, reaction: Reaction]>([
    ['refused', answer(401, { title: 'Not authenticated' })],
    ['failed', answer(200, { ...outcome, status: 'failed', problems: ['The client of XDR was refused.'] })],
  ])('fails when the request is %s', async (_, reaction) => {
    react = () => reaction;
    expect((await run('bad.example')).exitCode).toBe(1);
  });

  it.each<[what: string, words: string[], message: RegExp]>([
    ['nothing to ask about', [], /come the indicators to ask about/],
    ['too long a wait', ['bad.example', '--wait', '60'], /from 1 to 25/],
    ['an unknown connection', ['bad.example', '--connection', 'nobody'], /one of: feed, triage/],
    ['a deployed stack without its address', ['bad.example', '-c', 'x.json'], /--api-url/],
  ])('is wrong usage with %s', async (_, words, message) => {
    const { exitCode, errors } = await run(...words);
    expect(exitCode).toBe(2);
    expect(errors).toMatch(message);
    expect(calls).toEqual([]);
  });

  it('asks to choose where several connections fit, and says what to do where none does', async () => {
    await configure('triage', 'express');
    expect((await run('bad.example')).errors).toMatch(/--connection: triage, express/);
    await configure();
    expect((await run('bad.example')).errors).toMatch(/has "enrichment" in the configuration: add it/);
  });

  it('shows its help', async () => {
    expect((await run('--help')).output).toContain('npm run cli -- enrich <indicator>');
  });
});
