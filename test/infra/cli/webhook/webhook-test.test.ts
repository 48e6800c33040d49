import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';
import { generateSenderAuthentication, secretOf } from '#infra/local/sender-authentication.ts';
import { stateFolderAt } from '#infra/local/state-folder.ts';
import { authenticationSchema } from '#shared/config/authentication.ts';
import { authenticationMethod } from '#shared/webhooks/authentication/methods.ts';
import { noSimulators } from '#test/infra/local/no-simulators.ts';
import { FakeAws } from '#test/shared/aws/fake-aws.ts';
import {
  answer,
  type Reaction,
  type ReceivedCall,
  startHttpTestServer,
} from '#test/shared/cisco/http-test-server.ts';
import { everyAuthentication } from '../../local/every-sender.ts';

const accepted = {
  requestId: 'req_0123456789abcdef0123456789abcdef',
  status: 'accepted',
  duplicate: false,
  indicators: { queued: 1, held: 0, rejected: 1 },
  rejected: [{ value: '10.0.0.5', reason: 'private-address' }],
};
const body = '{"indicators":["examplemalwaredomain.com","10.0.0.5"],"source":"Bücher"}';

let folder: string;
let bodyFile: string;
let aws: FakeAws;
let react: (call: ReceivedCall) => Reaction;
let calls: readonly ReceivedCall[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'webhook-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  bodyFile = join(folder, 'body.json');
  await writeFile(bodyFile, body);
  react = () => answer(202, accepted);
  aws = await new FakeAws().start();
  const api = await startHttpTestServer((call) => react(call));
  calls = api.calls;
  await writeLocalStack(api.url.origin);
});

/** The files that the local run leaves, with a connection for each scheme. */
async function writeLocalStack(apiUrl: string) {
  const { stackFile, configurationFile } = stateFolderAt(folder);
  await writeFile(
    stackFile,
    JSON.stringify({
      awsEndpoint: aws.url,
      apiUrl,
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
  const connections = Object.fromEntries(
    Object.entries(everyAuthentication).map(([name, authentication]) => [
      name,
      { kind: 'ioc-list', authentication, destinationLists: ['soc-block'] },
    ]),
  );
  await writeFile(
    configurationFile,
    JSON.stringify({
      stage: 'local',
      organisations: { main: { secureAccess: { edition: 'global' } } },
      destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
      connections,
    }),
  );
}

/** Stores a secret for a connection, as a person would. */
function storeSecret(name: keyof typeof everyAuthentication): string {
  const settings = authenticationSchema.parse(everyAuthentication[name]);
  const [secret = '', previous = ''] = [settings, settings].map((one) =>
    secretOf(generateSenderAuthentication(one)),
  );
  aws.createSecret(`scc-automations/local/connections/${name}`, { current: secret, previous });
  return secret;
}

async function run(...words: string[]) {
  const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
  const exitCode = await runCommandLine(['webhook', ...words, '--state', folder], {
    ...streams,
    environment: {},
  });
  streams.output.end();
  streams.errors.end();
  return { exitCode, output: await text(streams.output), errors: await text(streams.errors) };
}

const schemes = Object.keys(everyAuthentication).filter(
  (name): name is Exclude<keyof typeof everyAuthentication, 'aws-iam'> => name !== 'aws-iam',
);

describe('webhook test', () => {
  it.each(schemes)('posts a file so that a connection with %s believes it', async (name) => {
    const secret = storeSecret(name);

    const { exitCode, errors } = await run('test', name, '--file', bodyFile);

    expect(exitCode, errors).toBe(0);
    const [call] = calls;
    const method = authenticationMethod(authenticationSchema.parse(everyAuthentication[name]));
    if (method.proof !== 'secret' || !call) throw new Error('nothing to verify');
    expect(call).toMatchObject({ method: 'POST', body });
    const presented = {
      headers: new Map(Object.entries(call.headers).map(([header, value]) => [header, String(value)])),
      body: Buffer.from(call.body),
      receivedAt: new Date(),
      urlSecret: call.path.split('/').at(-1),
    };
    expect(method.authenticate(presented, { current: secret })).toMatchObject({ kind: 'authentic' });
    expect(errors).not.toContain(secret);
  });

  it('signs with AWS credentials where the sender is of AWS', async () => {
    expect((await run('test', 'aws-iam', '--file', bodyFile)).exitCode).toBe(0);
    expect(calls[0]).toMatchObject({ path: '/aws-webhooks/aws-iam', body });
    expect(calls[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 .*\/eu-west-1\/execute-api\/aws4_request/,
    );
  });

  it('tells what has become of it', async () => {
    storeSecret('github');
    const { output } = await run('test', 'github', '-f', bodyFile);
    expect(output).toBe(
      [
        '202 accepted',
        'request req_0123456789abcdef0123456789abcdef',
        '1 queued, 0 held, 1 rejected',
        '  10.0.0.5: rejected, private-address',
        '',
      ].join('\n'),
    );
  });

  it('asks for a preview, and shows each decision', async () => {
    storeSecret('github');
    const decision = { value: 'examplemalwaredomain.com', decision: 'would-be-queued' };
    const { requestId: _, ...counts } = accepted;
    react = () =>
      answer(200, { ...counts, status: 'preview', because: 'preview-asked-for', decisions: [decision] });
    const { exitCode, output } = await run('test', 'github', '--file', bodyFile, '--preview');
    expect(exitCode).toBe(0);
    expect(calls[0]?.path).toBe('/webhooks/github?preview=true');
    expect(output).toContain('200 previewed (preview-asked-for): nothing was done');
    expect(output).toContain('  examplemalwaredomain.com: would-be-queued');
  });

  it('fails with the reason when it is refused', async () => {
    storeSecret('github');
    react = () =>
      answer(401, { title: 'The sender could not be verified', detail: 'Not accepted: …', requestId: 'r' });
    const { exitCode, output } = await run('test', 'github', '--file', bodyFile);
    expect(exitCode).toBe(1);
    expect(output).toBe('401 The sender could not be verified\nNot accepted: …\nrequest r\n');
  });

  it.each([
    ['an answer as it came', JSON.stringify(accepted), ['--json']],
    ['an answer that is no JSON', '202: <html>', []],
  ])('prints %s', async (_, expected, options) => {
    storeSecret('github');
    react = () => answer(202, options.length > 0 ? expected : '<html>');
    expect((await run('test', 'github', '--file', bodyFile, ...options)).output).toBe(`${expected}\n`);
  });

  it.each([
    ['.csv', 'text/csv'],
    ['.TXT', 'text/plain'],
    ['.json', 'application/json'],
  ])('announces a file %s as %s', async (ending, contentType) => {
    storeSecret('github');
    const file = join(folder, `body${ending}`);
    await writeFile(file, 'examplemalwaredomain.com');
    await run('test', 'github', '--file', file);
    expect(calls[0]?.headers['content-type']).toBe(contentType);
  });

  it('fails when its secret has not been stored yet, and says so', async () => {
    aws.createSecret('scc-automations/local/connections/github');
    const { exitCode, errors } = await run('test', 'github', '--file', bodyFile);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/scc-automations\/local\/connections\/github does not exist or has no value yet/);
  });

  it('fails when nobody answers', async () => {
    storeSecret('github');
    react = () => ({ kind: 'cut' });
    const { exitCode, errors } = await run('test', 'github', '--file', bodyFile);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/Nobody answered at http:\/\/127\.0\.0\.1:\d+/);
  });

  it.each([
    [['test'], /come "test" and one connection/],
    [['send', 'github'], /come "test" and one connection/],
    [['test', 'github'], /Name the body to post with --file/],
    [['test', 'nobody', '--file', 'BODY'], /no such connection; one of: standard-webhooks, github/],
    [['test', 'github', '--file', '/nowhere/body.json'], /cannot be read/],
    [['test', 'github', '--file', 'BODY', '--secret', 's3cret'], /an option that is not known/],
    [['test', 'github', '--file', 'BODY', '-c', 'infra/config/example.json'], /--api-url/],
    [['test', 'github', '--file', 'BODY', '--api-url', 'api'], /takes a URL/],
  ])('is wrong usage as %j, and posts nothing', async (words, message) => {
    const { exitCode, errors } = await run(...words.map((word) => (word === 'BODY' ? bodyFile : word)));
    expect(exitCode).toBe(2);
    expect(errors).toMatch(message);
    expect(errors).not.toContain('s3cret');
    expect(calls).toEqual([]);
  });

  it('shows how it is used', async () => {
    const { exitCode, output } = await run('--help');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^npm run cli -- webhook test <connection> --file <file>/);
  });
});
