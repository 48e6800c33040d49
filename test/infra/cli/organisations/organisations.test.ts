import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';
import { stateFolderAt } from '#infra/local/state-folder.ts';
import { noSimulators } from '#test/infra/local/no-simulators.ts';
import { seededOrganisation } from '#test/simulators/security-cloud-control/seed.ts';
import { startOrganisationsApi } from './organisations-api.ts';

let folder: string;
let api: Awaited<ReturnType<typeof startOrganisationsApi>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'organisations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  api = await startOrganisationsApi();
  const { stackFile, configurationFile } = stateFolderAt(folder);
  await writeFile(
    stackFile,
    JSON.stringify({
      awsEndpoint: api.apiUrl,
      apiUrl: api.apiUrl,
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
  const exitCode = await runCommandLine([...words, '--state', folder], { ...streams, environment: {} });
  streams.output.end();
  streams.errors.end();
  const [output, errors] = [await text(streams.output), await text(streams.errors)];
  return { exitCode, output, lines: output.split('\n').slice(0, -1), errors };
}

async function orderFile(order: unknown): Promise<string> {
  const file = join(folder, 'order.json');
  await writeFile(file, typeof order === 'string' ? order : JSON.stringify(order));
  return file;
}

describe('organisations list', () => {
  it('shows each in one line, with how far it is', async () => {
    await api.workToTheEnd();
    const { exitCode, lines } = await run('organisations', 'list');
    const [{ id } = { id: '' }] = api.made();
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      `Acme Local (${seededOrganisation.id}, manager, NAM)`,
      expect.stringMatching(new RegExp(`^Northwind \\(${id}, managed, EU\\): incomplete, 20\\d\\d-.* UTC$`)),
    ]);
  });

  it('prints the answer as it came with --json', async () => {
    const { output } = await run('organisations', 'list', '--json');
    expect(JSON.parse(output)).toMatchObject({ isComplete: true, organisations: [{ name: 'Acme Local' }] });
  });
});

describe('organisations show', () => {
  it('shows every step, what is left for a person, and an entry for the configuration', async () => {
    await api.workToTheEnd();
    const { exitCode, lines } = await run('organisations', 'show', 'Northwind');
    const [{ id } = { id: '' }] = api.made();
    expect(exitCode).toBe(0);
    expect(lines[1]).toMatch(/^ {2}incomplete, .*, ticket CHG-7, asked for by Eve$/);
    expect(lines).toContain(`  done     make-organisation Northwind: Northwind is ${id}, in EU.`);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}for a person {2}activate-product Duo: Duo must be finished in the console/),
    );
    const entry = lines.slice(lines.indexOf('Add to "organisations" of the configuration:') + 1);
    expect(JSON.parse(`{${entry.join('\n')}}`)).toEqual({
      northwind: { secureAccess: { edition: 'global' }, securityCloudControl: { organizationId: id } },
    });
  });

  it('ends with 1 for one of which nobody has heard', async () => {
    const { exitCode, output } = await run('organisations', 'show', 'Contoso');
    expect(exitCode).toBe(1);
    expect(output).toMatch(/sees no organisation Contoso/);
  });
});

describe('organisations onboard', () => {
  it('sends what the file says', async () => {
    const file = await orderFile({ name: 'Northwind', region: 'EU', claimCode: 'northwind' });
    const { exitCode, lines } = await run('organisations', 'onboard', '--file', file);
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      'accepted: Northwind in EU',
      expect.stringMatching(/^request req_/),
      'See how far it is with: organisations show "Northwind"',
    ]);
    expect(api.published).toMatchObject([{ detailType: 'OrganisationOnboardRequested' }]);
  });

  it('shows why an order is refused', async () => {
    const file = await orderFile({ name: 'Northwind', region: 'EMEA' });
    const { exitCode, output } = await run('organisations', 'onboard', '--file', file);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/a region of organisations: NAM, US/);
  });

  it('sends no claim code anywhere, and does not repeat it', async () => {
    const file = await orderFile({ name: 'Northwind', region: 'EU', claimCode: 'LOCL-GOOD-CODE-0001' });
    const { exitCode, output, errors } = await run('organisations', 'onboard', '--file', file);
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/this looks like a claim code itself, which is a secret/);
    expect(output + errors).not.toContain('LOCL-GOOD-CODE-0001');
    expect(api.published).toEqual([]);
  });
});

describe('subscriptions list', () => {
  it('shows what was sold to an organisation', async () => {
    await api.workToTheEnd();
    const { exitCode, lines } = await run('subscriptions', 'list', '--organisation', 'Northwind');
    expect(exitCode).toBe(0);
    expect(lines.slice(1)).toEqual([
      '  Sub0001',
      '    Secure Access: activated, EMEA, 500 SA-SIA-ADV',
      expect.stringMatching(/^ {4}Duo: action-required/),
    ]);
  });

  it("shows the manager's without a name", async () => {
    expect((await run('subscriptions', 'list')).lines).toEqual([
      `Acme Local (${seededOrganisation.id})`,
      '  no subscription',
    ]);
  });
});

it.each([
  [['organisations']],
  [['organisations', 'list', 'Northwind']],
  [['organisations', 'show']],
  [['organisations', 'show', 'two', 'words']],
  [['organisations', 'show', 'Northwind', '--file', 'x']],
  [['organisations', 'onboard']],
  [['organisations', 'onboard', '--file', 'no-such-file.json']],
  [['organisations', 'delete', 'Northwind']],
  [['subscriptions']],
  [['subscriptions', 'show']],
])('%j is wrong usage', async (words) => {
  const { exitCode, errors } = await run(...words);
  expect(exitCode).toBe(2);
  expect(errors.split('\n')).toHaveLength(2);
});

it.each(['organisations', 'subscriptions'])('%s --help shows how', async (command) => {
  const { exitCode, output } = await run(command, '--help');
  expect(exitCode).toBe(0);
  expect(output).toContain(`npm run cli -- ${command}`);
});
