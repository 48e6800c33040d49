import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { DeploymentListener } from '#shared/firewalls/deploy-and-tell.ts';
import type { DeploymentState } from '#shared/firewalls/deployment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { reportDeployments } from '../../../functions/deploy-network-groups/report-deployments.ts';
import { buildFirewall, buildPending } from '../../shared/firewalls/build-usage.ts';

const firewall = buildFirewall(1);
const endedAt = new Date('2026-12-01T10:00:00Z');

/** What is written about what happens, as parsed lines. */
function written(happens: (listener: DeploymentListener) => void): Record<string, unknown>[] {
  vi.stubEnv('STAGE', 'test');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'deploy-network-groups');
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  const lines: Record<string, unknown>[] = [];
  for (const method of ['info', 'log', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(JSON.parse(line)));
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const metrics = functionMetrics();
  happens(reportDeployments(organisationNameSchema.parse('main'), { logger: functionLogger(), metrics }));
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  return lines;
}

const ended = (state: DeploymentState) =>
  written((listener) =>
    listener.ended({
      firewall,
      deploymentId: 'one',
      askedAt: endedAt,
      otherChanges: { kind: 'listed', changes: ['UPDATE rule 7 by bob'] },
      failuresBefore: 0,
      state,
    }),
  );

describe('what is written down of a deployment', () => {
  it('that is done: where, what of others went along, and a count', () => {
    const [line, counts] = ended({ kind: 'done', endedAt });
    expect(line).toMatchObject({
      level: 'INFO',
      message: 'The changes are on fw-1. Changes of others went with them: UPDATE rule 7 by bob.',
      ...{ organisation: 'main', firewall: { name: 'fw-1' }, result: 'done' },
    });
    expect(counts).toMatchObject({
      service: 'deploy-network-groups',
      stage: 'test',
      DeploymentsDone: 1,
    });
  });

  it('that failed: a warning with the reason, and a count of its own', () => {
    const [line, counts] = ended({ kind: 'failed', endedAt, reason: 'Device unreachable' });
    expect(line).toMatchObject({ level: 'WARN', message: expect.stringContaining('Device unreachable') });
    expect(counts).toMatchObject({ DeploymentsFailed: 1 });
  });

  it('whose end nobody can tell: a warning, and no count', () => {
    const lines = ended({ kind: 'lost', noticedAt: endedAt });
    expect(lines).toMatchObject([{ level: 'WARN', message: expect.stringContaining('is not known') }]);
  });

  it('that has to wait: why, and what a person can do', () => {
    const lines = written((listener) =>
      listener.waits({ pending: buildPending(firewall), because: { kind: 'deployed-elsewhere' } }),
    );
    expect(lines).toMatchObject([
      {
        level: 'INFO',
        message: 'A change waits for fw-1: deploy it where that firewall is managed.',
        because: 'deployed-elsewhere',
      },
    ]);
  });
});
