import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { tablePartEnrichments } from '#shared/aws/table/part-enrichments.ts';
import { tableVerdictCache } from '#shared/aws/table/verdict-cache.ts';
import { tableXdrBudget } from '#shared/aws/table/xdr-budget.ts';
import { connectionNameSchema, organisationNameSchema } from '#shared/config/names.ts';
import type { PartEnrichment } from '#shared/enrichment/part-enrichment.ts';
import type { Verdict } from '#shared/enrichment/verdict.ts';
import type { VerdictDecision } from '#shared/enrichment/verdict-decision.ts';
import { type Indicator, indicatorKey, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { systemClock } from '#shared/time/clock.ts';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();
const documents = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: system.stack.awsEndpoint,
    region: system.stack.region,
    credentials: system.credentials,
  }),
  { marshallOptions: { removeUndefinedValues: true } },
);
const table = { documents, tableName: system.stack.table };
const enrichments = tablePartEnrichments(table);

/** An organisation that nobody else uses. */
function newOrganisation() {
  return organisationNameSchema.parse(`o${randomUUID().slice(0, 8)}`);
}

function domains(count: number): Indicator[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'domain',
    value: indicatorValueSchema.parse(`d${index}.evil-host.com`),
  }));
}

function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

function verdict(more: Partial<Verdict> = {}): Verdict {
  return {
    disposition: 'malicious',
    confidence: 'high',
    agreeingModules: 1,
    because: 'A says malicious.',
    evidence: [],
    failures: [],
    at: inMinutes(0),
    validUntil: inMinutes(10),
    ...more,
  };
}

function decided(decisions: readonly VerdictDecision[]): PartEnrichment & { state: 'decided' } {
  return {
    requestId: deriveRequestId('enrichment-rows', randomUUID()),
    part: 3,
    state: 'decided',
    connection: connectionNameSchema.parse('splunk'),
    organisation: newOrganisation(),
    receivedAt: inMinutes(-1),
    at: inMinutes(0),
    decisions: [...decisions],
    rejected: [{ value: 'no indicator', reason: 'not-an-indicator' }],
  };
}

/** With so much text that a row has no room for many. */
function decisions(count: number, because = 'r'.repeat(300)): VerdictDecision[] {
  return domains(count).map((indicator) => ({
    ...indicator,
    verdict: verdict(),
    action: 'block',
    because,
    investigateUrl: `https://xdr.example/investigate?q=${'x'.repeat(1_500)}`,
  }));
}

describe('verdicts in the table', () => {
  it('are found by the organisation that asked, hundreds at once, until they end', async () => {
    const organisation = newOrganisation();
    const cache = tableVerdictCache({ ...table, organisation, clock: systemClock });
    const [ended, ...others] = domains(250);
    if (!ended) throw new Error('there are 250 domains');
    const known = others.map((indicator) => ({
      indicator,
      verdict: verdict(),
      depth: 'deliberated' as const,
    }));
    const old = {
      indicator: ended,
      verdict: verdict({ validUntil: inMinutes(-1) }),
      depth: 'observed',
    } as const;
    await cache.save([old, ...known]);

    const found = await cache.find(domains(260));

    expect(found.size).toBe(249);
    expect(found.get(indicatorKey(others[0] ?? ended))).toEqual(known[0]);
    const stranger = tableVerdictCache({ ...table, organisation: newOrganisation(), clock: systemClock });
    expect((await stranger.find(others)).size).toBe(0);
  });
});

describe('what became of a part', () => {
  it('takes as many rows as it needs, and reads as one', async () => {
    const enrichment = decided(decisions(500));
    expect(await enrichments.decide(enrichment)).toEqual(enrichment);
    expect(await enrichments.find([enrichment, { ...enrichment, part: 4 }])).toEqual([enrichment]);
  });

  it('is decided by whoever comes first, also of many at once', async () => {
    const part = decided(decisions(2));
    const rivals = Array.from({ length: 6 }, (_, index) => ({
      ...part,
      decisions: decisions(2, `Rule ${index}`),
    }));
    const answers = await Promise.all(rivals.map((rival) => enrichments.decide(rival)));
    expect(new Set(answers.map((answer) => answer.decisions[0]?.because)).size).toBe(1);
  });

  it('replaces a failure, and is not replaced by one that comes late', async () => {
    const part = decided(decisions(1));
    const failed: PartEnrichment = { ...part, state: 'failed', decisions: [], problem: 'no client' };
    await enrichments.save(failed);
    expect(await enrichments.decide(part)).toEqual(part);
    await enrichments.save(failed);
    await enrichments.save({ ...part, state: 'done' });
    await enrichments.save(part);
    expect(await enrichments.find([part])).toEqual([{ ...part, state: 'done' }]);
  });
});

describe('the requests of an organisation', () => {
  const limits = { shareOfRateLimit: 10 / 8_000, expressShare: 0.2 };

  it('are counted over all functions, of which many may ask at once', async () => {
    const organisation = newOrganisation();
    const budget = tableXdrBudget({ ...table, clock: systemClock, limits });
    const places = await Promise.all(Array.from({ length: 12 }, () => budget.take(organisation, 'usual')));
    expect(places.filter(({ kind }) => kind === 'taken')).toHaveLength(8);
    expect(await budget.take(organisation, 'express')).toEqual({ kind: 'taken' });
  });

  it('stop for all until a pause has ended; a shorter one does not shorten it', async () => {
    const organisation = newOrganisation();
    const budget = tableXdrBudget({ ...table, clock: systemClock, limits });
    const until = new Date(Date.now() + 3_557_000);
    await budget.take(organisation, 'usual');
    await budget.pause(organisation, until);
    await budget.pause(organisation, new Date(Date.now() + 5_000));
    expect(await budget.take(organisation, 'express')).toEqual({ kind: 'paused', until });
    const later = { now: () => new Date(until.getTime() + 1) };
    const after = tableXdrBudget({ ...table, clock: later, limits });
    expect(await after.take(organisation, 'usual')).toEqual({ kind: 'taken' });
  });
});
