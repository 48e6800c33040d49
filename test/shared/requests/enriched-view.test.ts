import { describe, expect, it } from 'vitest';
import {
  connectionNameSchema,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import type { PartEnrichment } from '#shared/enrichment/part-enrichment.ts';
import type { Evidence, Verdict } from '#shared/enrichment/verdict.ts';
import type { VerdictDecision } from '#shared/enrichment/verdict-decision.ts';
import { listsPerEnrichmentPart } from '#shared/events/enrich-requested.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import type { IndicatorOutcome, PartOutcome } from '#shared/requests/request-outcomes.ts';
import type { RecordedRequest } from '#shared/requests/request-reader.ts';
import { requestView } from '#shared/requests/request-view.ts';
import { routesToAll } from '../config/routes-to-all.ts';
import { nothingRecorded } from './nothing-recorded.ts';

const requestId = deriveRequestId('triage', 'delivery-1');
const connection = connectionNameSchema.parse('triage');
const organisation = organisationNameSchema.parse('main');
const first = destinationListNameSchema.parse('soc-block');
const second = destinationListNameSchema.parse('branch-block');
const receivedAt = '2026-11-22T10:00:00.000Z';

function indicator(value: string) {
  const parsed = parseIndicator(value);
  if (parsed.kind === 'rejected') throw new Error(`${value}: ${parsed.reason}`);
  return parsed.indicator;
}

const talos: Evidence = {
  module: 'Talos',
  moduleInstanceId: 'b0a1',
  disposition: 'malicious',
  confidence: 'high',
  reason: 'phishing',
};
const verdict: Verdict = {
  disposition: 'malicious',
  confidence: 'high',
  agreeingModules: 2,
  because: 'Two modules say so.',
  evidence: [talos],
  failures: [{ module: 'Slow Module', code: 'timed-out', message: 'It did not answer.', kind: 'error' }],
  at: '2026-11-22T10:00:02.000Z',
  validUntil: '2026-11-23T10:00:02.000Z',
};

function decision(value: string, more: Partial<VerdictDecision> = {}): VerdictDecision {
  return {
    ...indicator(value),
    verdict,
    action: 'none',
    because: 'no rule fits',
    investigateUrl: `https://xdr.example/investigate?q=${value}`,
    ...more,
  };
}

function enrichment(more: Partial<PartEnrichment> = {}): PartEnrichment {
  return {
    requestId,
    part: 0,
    state: 'done',
    connection,
    organisation,
    receivedAt,
    at: '2026-11-22T10:00:03.000Z',
    decisions: [],
    rejected: [],
    ...more,
  };
}

function outcome(part: number, ...indicators: IndicatorOutcome[]): PartOutcome {
  return {
    requestId,
    part,
    connection,
    organisation,
    destinationList: { name: first, id: 7_001_234 },
    receivedAt,
    completedAt: '2026-11-22T10:00:10.000Z',
    indicators,
  };
}

const ids: Readonly<Record<string, number>> = { 'soc-block': 7_001_234, 'branch-block': 7_001_235 };
const places = {
  listId: (name: string) => ids[name],
  routesOf: () => routesToAll([first, second]),
};

function view(more: Partial<RecordedRequest>) {
  const received = { connection, action: 'enrich' as const, receivedAt };
  return requestView({ ...nothingRecorded(requestId), received, ...more }, places);
}

const waiting = { part: 0, indicators: [indicator('bad.example')], hasText: false };
const enforced = { value: 'bad.example', type: 'domain', status: 'enforced' } as const;
const rejectedThere = { ...enforced, status: 'rejected', reason: 'no-effect-on-umbrella' } as const;

describe('a request for enrichment shows an indicator', () => {
  it('as queued while nobody has answered', () => {
    expect(view({ enrichmentParts: [waiting] })).toEqual({
      requestId,
      connection: 'triage',
      receivedAt,
      action: 'enrich',
      status: 'pending',
      indicators: [{ type: 'domain', value: 'bad.example', status: 'queued' }],
    });
  });

  it('with its verdict, the evidence and what failed to answer, once and not as queued beside it', () => {
    const seen = view({
      enrichmentParts: [waiting],
      enrichments: [enrichment({ decisions: [decision('bad.example')] })],
    });
    expect(seen).toMatchObject({ status: 'done' });
    expect(seen.indicators).toEqual([{ ...decision('bad.example'), status: 'enriched' }]);
  });

  it('as judged while what follows is being done', () => {
    const decisions = [decision('bad.example', { action: 'incident' })];
    expect(view({ enrichments: [enrichment({ state: 'decided', decisions })] })).toMatchObject({
      status: 'pending',
      indicators: [{ status: 'judged', action: 'incident' }],
    });
  });

  it('as rejected with the reason, whether at the door or by the enricher', () => {
    const rejected = [{ value: '10.0.0.5', reason: 'private-address' }];
    const enrichments = [enrichment({ rejected: [{ value: 'printer.local', reason: 'special-use-name' }] })];
    expect(view({ rejected, enrichments })).toMatchObject({
      status: 'done',
      indicators: [
        { value: '10.0.0.5', status: 'rejected', reason: 'private-address' },
        { value: 'printer.local', status: 'rejected', reason: 'special-use-name' },
      ],
    });
  });

  it('with what became of it on every list, where the policy blocks it', () => {
    const enrichments = [enrichment({ decisions: [decision('bad.example', { action: 'block' })] })];
    const seen = (...outcomes: PartOutcome[]) => view({ enrichments, outcomes });

    expect(seen()).toMatchObject({
      status: 'pending',
      indicators: [
        {
          status: 'enriched',
          blocks: [
            { status: 'queued', destinationList: first, destinationListId: 7_001_234 },
            { status: 'queued', destinationList: second, destinationListId: 7_001_235 },
          ],
        },
      ],
    });
    expect(seen(outcome(0, enforced))).toMatchObject({
      status: 'pending',
      indicators: [{ blocks: [{ status: 'enforced' }, { status: 'queued' }] }],
    });
    expect(seen(outcome(0, enforced), outcome(1, rejectedThere))).toMatchObject({
      status: 'done',
      indicators: [
        { blocks: [{ status: 'enforced' }, { status: 'rejected', reason: 'no-effect-on-umbrella' }] },
      ],
    });
  });

  it('with the blocks of its own part only', () => {
    const decisions = [decision('bad.example', { action: 'block' })];
    const { indicators } = view({
      enrichments: [enrichment({ decisions }), enrichment({ part: 1, decisions })],
      outcomes: [outcome(0, enforced), outcome(1, enforced), outcome(listsPerEnrichmentPart, rejectedThere)],
    });
    expect(indicators).toMatchObject([
      { blocks: [{ status: 'enforced' }, { status: 'enforced' }] },
      { blocks: [{ status: 'rejected' }, { status: 'queued' }] },
    ]);
  });

  it('without blocks where no list takes such indicators', () => {
    const hash = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';
    const response = { moduleInstanceId: 'a1', actionId: 'isolate', result: 'done' } as const;
    const decisions = [decision(hash, { action: 'block', response })];
    const seen = view({ enrichments: [enrichment({ decisions })] });
    expect(seen).toMatchObject({ status: 'done', indicators: [{ status: 'enriched', response }] });
    expect(seen.indicators[0]).not.toHaveProperty('blocks');
  });

  it.each(['failed', 'not-offered', 'unknown'] as const)(
    'as failed when its response action is %s: that is no success',
    (result) => {
      const response = { moduleInstanceId: 'a1', actionId: 'isolate', result };
      const decisions = [decision('bad.example', { response })];
      expect(view({ enrichments: [enrichment({ decisions })] })).toMatchObject({
        status: 'failed',
        indicators: [{ status: 'failed', reason: `response-${result}` }],
      });
    },
  );
});

describe('a request for enrichment is', () => {
  it('pending while a text is looked through, of which no indicator is known yet', () => {
    expect(view({ enrichmentParts: [{ part: 0, indicators: [], hasText: true }] })).toMatchObject({
      status: 'pending',
      indicators: [],
    });
  });

  it('held while a person has to decide about a block', () => {
    const decisions = [decision('bad.example', { action: 'hold' })];
    const held = { ...enforced, status: 'held', reason: 'enrichment-policy' } as const;
    expect(
      view({ enrichments: [enrichment({ decisions })], outcomes: [outcome(0, held), outcome(1, held)] }),
    ).toMatchObject({ status: 'held', indicators: [{ blocks: [{ status: 'held' }, { status: 'held' }] }] });
  });

  it('failed, with the problem, when nobody could be asked', () => {
    const problem = 'The client of XDR was refused. Make a new one.';
    expect(
      view({ enrichmentParts: [waiting], enrichments: [enrichment({ state: 'failed', problem })] }),
    ).toMatchObject({
      status: 'failed',
      indicators: [{ value: 'bad.example', status: 'failed' }],
      problems: [problem],
    });
  });

  it('failed, with the problem, when acting has stopped, even if blocks are not there yet', () => {
    const problem = 'The scope response is missing.';
    const decisions = [decision('bad.example', { action: 'block' })];
    expect(view({ enrichments: [enrichment({ state: 'decided', decisions, problem })] })).toMatchObject({
      status: 'failed',
      indicators: [{ status: 'judged', blocks: [{ status: 'queued' }, { status: 'queued' }] }],
      problems: [problem],
    });
  });

  it('done when nothing was in it', () => {
    expect(view({})).toMatchObject({ action: 'enrich', status: 'done', indicators: [] });
  });

  it('known by what was done where it came from another workload', () => {
    const { received: _received, ...rest } = {
      ...nothingRecorded(requestId),
      enrichments: [enrichment({ decisions: [decision('bad.example')] })],
    };
    expect(requestView(rest, places)).toMatchObject({
      connection: 'triage',
      action: 'enrich',
      status: 'done',
    });
  });
});

it('evidence is shown as far as the answer has room for it, and says where it was left out', () => {
  const evidence = Array.from({ length: 20 }, () => ({ ...talos, reason: 'x'.repeat(500) }));
  const long = { ...verdict, evidence };
  const decisions = Array.from({ length: 500 }, (_, index) =>
    decision(`h${index}.example`, { verdict: long }),
  );
  const { indicators } = view({ enrichments: [enrichment({ decisions })] });
  expect(Buffer.byteLength(JSON.stringify(indicators))).toBeLessThan(4_000_000);
  expect(indicators[0]).toMatchObject({ verdict: { evidence: long.evidence } });
  expect(indicators.at(-1)).toMatchObject({ verdict: { disposition: 'malicious', evidenceNotShown: 20 } });
  expect(indicators.at(-1)).not.toHaveProperty('verdict.evidence');
});
