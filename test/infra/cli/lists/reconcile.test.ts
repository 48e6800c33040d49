import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '#infra/cli/run-command-line.ts';
import { destinationListNameSchema, organisationNameSchema, stageNameSchema } from '#shared/config/names.ts';
import type {
  ComparedList,
  ListReconciliation,
  ReconciliationReport,
} from '#shared/iocs/reconciliation/reconciliation-report.ts';
import { startCommandLineBench } from '../command-line-bench.ts';

const organisation = { secureAccess: { edition: 'global' } };
const list = {
  organisation: organisationNameSchema.parse('main'),
  destinationList: destinationListNameSchema.parse('soc-block'),
};
const compared: ComparedList = {
  ...list,
  outcome: 'complete',
  entriesRead: 1_204,
  drift: { removedByHand: 2, takenOver: 1, unknownButOurs: 0, notOurs: 17 },
  rowsPutRight: 3,
  enforcement: 'enforced',
  blocksEnforced: 1_184,
  capacity: { entryCount: 1_204, mostEntries: 250_000, organisationEntryCount: 3_000, isFilling: false },
};

function reportOf(...lists: ListReconciliation[]): ReconciliationReport {
  return {
    version: 1,
    stage: stageNameSchema.parse('local'),
    beganAt: '2026-12-02T02:30:00.000Z',
    endedAt: '2026-12-02T02:31:00.000Z',
    lists,
  };
}

async function start(report = reportOf(compared)) {
  const bench = await startCommandLineBench(organisation);
  bench.aws.functions.set('reconcile-lists', () => report);
  const { aws, stateFolder } = bench;
  return { aws, run: (...words: string[]) => run([...words, '--state', stateFolder]) };
}

async function run(words: readonly string[]) {
  const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
  const exitCode = await runCommandLine(['lists', ...words], { ...streams, environment: {} });
  streams.output.end();
  streams.errors.end();
  return { exitCode, output: await text(streams.output), errors: await text(streams.errors) };
}

describe('lists reconcile', () => {
  it('has every list compared and prints the result as a table', async () => {
    const { aws, run } = await start();

    const { exitCode, output, errors } = await run('reconcile');

    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(aws.invocations).toEqual([{ name: 'reconcile-lists', request: {} }]);
    expect(output).toBe(`# Destination lists of local, 2026-12-02T02:31:00.000Z

1 of 1 compared with the ledger.

| List | Result | Entries | Enforced | Gone | Taken over | Rebuilt | Of others | Full |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| soc-block | complete | 1204 | 1184 | 2 | 1 | 0 | 17 |  |
`);
  });

  it('has one list compared', async () => {
    const { aws, run } = await start();
    expect((await run('reconcile', 'soc-block')).exitCode).toBe(0);
    expect(aws.invocations).toEqual([{ name: 'reconcile-lists', request: { destinationList: 'soc-block' } }]);
  });

  it('prints the whole report as JSON', async () => {
    const { run } = await start();
    const { output } = await run('reconcile', '--json');
    expect(JSON.parse(output)).toEqual(reportOf(compared));
  });

  it.each<[said: string, found: ListReconciliation, note: string]>([
    [
      'a list that could not be compared',
      { ...list, outcome: 'failed', explanation: 'There is no list 7001234:\nput the right id there.' },
      '- main/soc-block: There is no list 7001234: put the right id there.',
    ],
    ['a list that was not reached', { ...list, outcome: 'not-reached' }, 'the next run begins with it'],
    [
      'a list that was compared in part',
      { ...compared, outcome: 'partial', explanation: 'The time was over after 300 entries.' },
      '- main/soc-block: The time was over after 300 entries.',
    ],
  ])('ends with 1 and a note for %s', async (_said, found, note) => {
    const { run } = await start(reportOf(found));
    const { exitCode, output } = await run('reconcile');
    expect(exitCode).toBe(1);
    expect(output).toContain(note);
  });

  it.each<[said: string, more: Partial<ComparedList>, note: string]>([
    [
      'that nothing enforces it',
      { enforcement: 'not-enforced', enforcementReason: 'no-rule-uses-list: none' },
      '- main/soc-block is not-enforced: no-rule-uses-list: none',
    ],
    [
      'that it is filling',
      { capacity: { ...compared.capacity, isFilling: true, daysUntilFull: 12, fullOn: '2026-12-14' } },
      '1204 of 250000 entries, 3000 in the organisation, full on 2026-12-14. Give it an overflow list',
    ],
  ])('says of a list %s', async (_said, more, note) => {
    const { run } = await start(reportOf({ ...compared, ...more }));
    const { exitCode, output } = await run('reconcile');
    expect(exitCode).toBe(0);
    expect(output).toContain(note);
  });

  it.each<[said: string, words: string[], message: string]>([
    ['no subcommand', [], 'come "reconcile" and at most one list'],
    ['another subcommand', ['compare'], 'come "reconcile" and at most one list'],
    ['two lists', ['reconcile', 'soc-block', 'other'], 'at most one list'],
    ['an unknown list', ['reconcile', 'other'], 'only: soc-block'],
    ['an unknown option', ['reconcile', '--all'], 'not known'],
  ])('refuses %s in one line and calls nothing', async (_said, words, message) => {
    const { aws, run } = await start();
    const { exitCode, output, errors } = await run(...words);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toMatch(/^[^\n]+\n$/);
    expect(errors).toContain(message);
    expect(aws.invocations).toEqual([]);
  });

  it('shows its help', async () => {
    const { run } = await start();
    expect(await run('--help')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('lists reconcile [<list>]'),
    });
  });
});
