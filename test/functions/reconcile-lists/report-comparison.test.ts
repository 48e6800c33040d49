import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { destinationListNameSchema, organisationNameSchema, stageNameSchema } from '#shared/config/names.ts';
import type { ComparedList, ListReconciliation } from '#shared/iocs/reconciliation/reconciliation-report.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { reportComparison } from '../../../functions/reconcile-lists/report-comparison.ts';

const list = {
  organisation: organisationNameSchema.parse('main'),
  destinationList: destinationListNameSchema.parse('soc-block'),
};
const compared: ComparedList = {
  ...list,
  outcome: 'complete',
  entriesRead: 90,
  drift: { removedByHand: 2, takenOver: 1, unknownButOurs: 4, notOurs: 17 },
  rowsPutRight: 7,
  enforcement: 'enforced',
  blocksEnforced: 70,
  capacity: {
    entryCount: 90,
    mostEntries: 100,
    organisationEntryCount: 90,
    isFilling: true,
    daysUntilFull: 3,
  },
};

/** What a report writes, as parsed lines. */
function written(...lists: ListReconciliation[]): Record<string, unknown>[] {
  vi.stubEnv('STAGE', 'test');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'reconcile-lists');
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  const lines: Record<string, unknown>[] = [];
  for (const method of ['info', 'log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(JSON.parse(line)));
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const metrics = functionMetrics();
  reportComparison(
    {
      version: 1,
      stage: stageNameSchema.parse('test'),
      beganAt: '2026-12-02T02:30:00.000Z',
      endedAt: '2026-12-02T02:31:00.000Z',
      lists,
    },
    [],
    { logger: functionLogger(), metrics },
  );
  metrics.publishStoredMetrics();
  return lines;
}

describe('what a comparison writes down', () => {
  it.each([
    ['ListDrift', 7],
    ['EntriesOnList', 90],
    ['BlocksEnforced', 70],
    ['DaysUntilFull', 3],
  ])('%s of each list, under the dimensions of the dashboard', (name, value) => {
    const line = written(compared).find((one) => name in one);

    expect(line).toMatchObject({
      [name]: value,
      service: 'reconcile-lists',
      stage: 'test',
      destinationList: 'soc-block',
      _aws: {
        CloudWatchMetrics: [{ Namespace: 'SccAutomations', Metrics: [{ Name: name, Unit: 'Count' }] }],
      },
    });
  });

  it('no days for a list that does not fill', () => {
    const { daysUntilFull: _days, ...capacity } = compared.capacity;
    expect(written({ ...compared, capacity }).filter((line) => 'DaysUntilFull' in line)).toEqual([]);
  });

  it('how many lists were not compared in full, for an alarm', () => {
    const lines = written(
      compared,
      { ...list, outcome: 'failed', explanation: 'No such list.' },
      { ...list, outcome: 'not-reached' },
    );
    expect(lines).toContainEqual(expect.objectContaining({ ListsNotReconciled: 2 }));
  });

  it.each([
    [100, false],
    [101, true],
  ])(
    'a log line for each list, with what Cisco advises only where there is more: %i entries',
    (entryCount, isTold) => {
      const lines = written({ ...compared, capacity: { ...compared.capacity, entryCount } });
      const line = lines.find(({ message }) => message === 'List compared with the ledger');
      expect(line).toMatchObject({
        destinationList: 'soc-block',
        outcome: 'complete',
        drift: compared.drift,
      });
      expect(line && 'advisedEntries' in line).toBe(isTold);
    },
  );
});
