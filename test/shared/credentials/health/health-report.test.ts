import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageNameSchema } from '#shared/config/names.ts';
import { atRiskEvents } from '../../../../shared/credentials/health/at-risk-events.ts';
import { healthMetrics } from '../../../../shared/credentials/health/health-metrics.ts';
import {
  type CredentialHealth,
  type HealthReport,
  healthReportSchema,
} from '../../../../shared/credentials/health/health-report.ts';
import { renderReport } from '../../../../shared/credentials/health/render-report.ts';
import { main, now } from './health-fixtures.ts';

function health(facts: Partial<CredentialHealth> = {}): CredentialHealth {
  return {
    organisation: main,
    kind: 'scc-api-key',
    works: 'yes',
    missingScopes: [],
    unprovedScopes: [],
    risks: [],
    ...facts,
  };
}

function reportOf(credentials: CredentialHealth[], checkedAt = now): HealthReport {
  const stage = stageNameSchema.parse('test');
  return healthReportSchema.parse({ version: 1, stage, checkedAt: checkedAt.toISOString(), credentials });
}

const endsSoon = health({
  daysLeft: 13.5,
  risks: [{ risk: 'expires-soon', message: 'main/scc-api-key ends in 13.5 days.', reachedDaysLeft: 14 }],
});

describe('the events of a report', () => {
  it('tell each risk once, with what a subscriber needs', () => {
    const lacking = health({
      kind: 'secure-access-api-key',
      missingScopes: ['policies.rules:read'],
      risks: [{ risk: 'lacks-scopes', message: 'It lacks policies.rules:read.' }],
    });

    expect(atRiskEvents(reportOf([endsSoon, lacking, health()]))).toMatchObject([
      {
        source: 'scc-automations.credentials',
        detailType: 'CredentialAtRisk',
        detail: {
          organisation: 'main',
          credential: 'scc-api-key',
          risk: 'expires-soon',
          daysLeft: 13.5,
          occurredAt: '2026-11-22T06:00:00.000Z',
        },
      },
      { detail: { credential: 'secure-access-api-key', missingScopes: ['policies.rules:read'] } },
    ]);
  });

  it('have the same id all day, and another one the next day or at the next step', () => {
    const idAt = (checkedAt: string, credential: CredentialHealth) => {
      const [event] = atRiskEvents(reportOf([credential], new Date(checkedAt)));
      return event && 'eventId' in event.detail ? event.detail.eventId : undefined;
    };
    const nextStep = health({
      daysLeft: 4.9,
      risks: [{ risk: 'expires-soon', message: 'main/scc-api-key ends soon.', reachedDaysLeft: 5 }],
    });
    const first = idAt('2026-11-22T06:00:00Z', endsSoon);

    expect(first).toMatch(/^evt_[0-9a-f]{32}$/);
    expect(idAt('2026-11-22T23:59:59Z', endsSoon)).toBe(first);
    expect(idAt('2026-11-23T06:00:00Z', endsSoon)).not.toBe(first);
    expect(idAt('2026-11-22T06:00:00Z', nextStep)).not.toBe(first);
  });
});

describe('the metrics of a report', () => {
  const dimensions = { organisation: 'main', credential: 'scc-api-key' };

  it.each<[string, Partial<CredentialHealth>, object[]]>([
    [
      'a credential that works and ends',
      { works: 'yes', daysLeft: 13.5 },
      [
        { name: 'CredentialDaysLeft', value: 13.5, dimensions },
        { name: 'CredentialWorks', value: 1, dimensions },
      ],
    ],
    ['one that works and never ends', { works: 'yes' }, [{ name: 'CredentialWorks', value: 1, dimensions }]],
    ['one that does not work', { works: 'no' }, [{ name: 'CredentialWorks', value: 0, dimensions }]],
    ['one of which nothing is known', { works: 'unknown' }, []],
  ])('%s', (_case, facts, metrics) => {
    expect(healthMetrics(reportOf([health(facts)]))).toEqual(metrics);
  });
});

describe('the report in Markdown', () => {
  it('says in its first line how many need a person, and what to do', () => {
    const unknown = health({
      kind: 'log-bucket-key',
      works: 'unknown',
      explanation: 'only rotate-log-bucket-key may read it.',
      ageDays: 12,
      unprovedScopes: ['admin.iam:write'],
    });

    expect(renderReport(reportOf([endsSoon, unknown]))).toBe(
      [
        '# Credentials of test, 2026-11-22T06:00:00.000Z',
        '',
        '1 of 2 needs a person.',
        '',
        '| Credential | Works | Days left | Age in days | Scopes |',
        '| --- | --- | --- | --- | --- |',
        '| main/scc-api-key | yes | 13.5 |  |  |',
        '| main/log-bucket-key | unknown |  | 12 | admin.iam:write unknown |',
        '',
        '## To do',
        '',
        '- main/scc-api-key ends in 13.5 days.',
        '',
        '## Not known',
        '',
        '- main/log-bucket-key: only rotate-log-bucket-key may read it.',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing to do', () => {
    expect(renderReport(reportOf([health()]))).toContain('Nothing to do for any of 1.');
  });

  it('keeps its table and list whole, whatever a cloud has answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (message, scope) => {
        const report = reportOf([
          health({ missingScopes: [scope], risks: [{ risk: 'does-not-work', message }] }),
        ]);
        const lines = renderReport(report).trimEnd().split('\n');
        const row = lines.find((line) => line.startsWith('| main/')) ?? '';

        expect(lines).toHaveLength(11);
        // Six bars make five cells; those within a cell are escaped.
        expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(6);
      }),
    );
  });
});
