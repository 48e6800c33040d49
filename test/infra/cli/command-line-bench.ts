import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';
import { stateFolderAt } from '#infra/local/state-folder.ts';
import { credentialKinds } from '#shared/events/credential-events.ts';
import { noSimulators } from '#test/infra/local/no-simulators.ts';
import { FakeAws } from '../../shared/aws/fake-aws.ts';

const repository = resolve(import.meta.dirname, '../../..');

export interface CommandResult {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface CommandLineBench {
  readonly aws: FakeAws;
  readonly stateFolder: string;
  secretName(kind: string): string;
  /** In this process: quick. */
  run(words: readonly string[], input?: unknown): Promise<CommandResult>;
  /** As a person starts it: a process of its own. */
  spawn(words: readonly string[], input?: unknown): Promise<CommandResult>;
}

/** A local stack of one organisation, `main`, with these settings, and empty secrets of every kind. */
export async function startCommandLineBench(organisation: object): Promise<CommandLineBench> {
  const aws = await new FakeAws().start();
  const secretName = (kind: string) => `scc-automations/local/organisations/main/${kind}`;
  for (const kind of credentialKinds) aws.createSecret(secretName(kind));

  const path = await mkdtemp(join(tmpdir(), 'scc-automations-cli-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const folder = stateFolderAt(path);
  await mkdir(folder.path, { recursive: true });
  await writeFile(folder.stackFile, JSON.stringify(stackAt(aws.url)));
  await writeFile(
    folder.configurationFile,
    JSON.stringify({
      stage: 'local',
      organisations: { main: organisation },
      destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
      connections: {},
    }),
  );
  // First, so that a test can name another folder: the last one counts.
  const withState = (words: readonly string[]) => ['--state', path, ...words];

  return {
    aws,
    stateFolder: path,
    secretName,
    async run(words, input) {
      const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
      streams.input.end(asText(input));
      const exitCode = await runCommandLine(withState(words), { ...streams, environment: {} });
      streams.output.end();
      streams.errors.end();
      return { exitCode, output: await text(streams.output), errors: await text(streams.errors) };
    },
    async spawn(words, input) {
      const child = spawn(process.execPath, ['infra/cli/main.ts', ...withState(words)], { cwd: repository });
      child.stdin.end(asText(input));
      const ended = new Promise<number | null>((done) => child.on('close', done));
      const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { exitCode, output, errors };
    },
  };
}

function asText(input: unknown): string {
  if (input === undefined) return '';
  return typeof input === 'string' ? input : JSON.stringify(input);
}

function stackAt(awsEndpoint: string): object {
  return {
    awsEndpoint,
    apiUrl: awsEndpoint,
    region: 'us-east-1',
    simulators: noSimulators,
    functions: {},
    queues: {},
    table: 'table',
    bus: 'bus',
    secrets: {},
    connections: {},
  };
}
