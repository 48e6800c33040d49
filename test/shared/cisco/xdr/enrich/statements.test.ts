import { describe, expect, it } from 'vitest';
import { enrichAnswerSchema } from '#shared/cisco/xdr/enrich/module-answer.ts';
import { statementsIn } from '#shared/cisco/xdr/enrich/statements.ts';

const observable = { type: 'domain', value: 'Bad.example' };
const key = 'domain:bad.example';

function docs(...all: object[]) {
  return { count: all.length, docs: all };
}

function statements(data: object) {
  const { answers } = enrichAnswerSchema.parse({
    data: [{ module: 'Feed', module_instance_id: 'm-1', data }],
  });
  return statementsIn(answers);
}

describe('what a module says', () => {
  it('is its verdict where it gives no reasons', () => {
    const said = statements({ verdicts: docs({ observable, disposition: 2, valid_time: {} }) });
    expect(said.get(key)).toMatchObject([
      { module: { name: 'Feed', instanceId: 'm-1' }, disposition: 'malicious', confidence: 'none' },
    ]);
  });

  it('is the judgement behind the verdict, with its priority and reason', () => {
    const said = statements({
      verdicts: docs({ observable, disposition: 2, valid_time: {} }),
      judgements: docs({
        observable,
        disposition: 2,
        priority: 95,
        confidence: 'Info',
        severity: 'High',
        reason: 'phishing kit',
        reason_uri: 'https://feed.example/1',
        valid_time: { start_time: '2026-01-01T00:00:00Z', end_time: '2026-02-01T00:00:00Z' },
      }),
    });
    expect(said.get(key)).toEqual([
      {
        module: { name: 'Feed', instanceId: 'm-1' },
        disposition: 'malicious',
        confidence: 'low',
        priority: 95,
        reason: 'phishing kit',
        link: 'https://feed.example/1',
        at: new Date('2026-01-01T00:00:00Z'),
        validUntil: new Date('2026-02-01T00:00:00Z'),
      },
    ]);
  });

  it('is both where a judgement says otherwise than the verdict', () => {
    const said = statements({
      verdicts: docs({ observable, disposition: 1, valid_time: {} }),
      judgements: docs({ observable, disposition: 2, priority: 50, confidence: 'High' }),
    });
    expect(said.get(key)?.map(({ disposition }) => disposition)).toEqual(['malicious', 'clean']);
  });

  it('is nothing to us where we wrote it ourselves: a block must not prove itself', () => {
    const ours = { observable, disposition: 2, priority: 90, source: 'SCC Automations' };
    const verdict = { observable, disposition: 2, valid_time: {} };
    expect(statements({ verdicts: docs(verdict), judgements: docs(ours) }).size).toBe(0);

    const theirs = { ...ours, source: 'A feed' };
    const said = statements({ verdicts: docs(verdict), judgements: docs(ours, theirs) });
    expect(said.get(key)).toHaveLength(1);
  });

  it('is nothing to us where it is about no indicator', () => {
    const said = statements({
      verdicts: docs({ observable: { type: 'hostname', value: 'pc-7' }, disposition: 2 }),
      judgements: docs({ disposition: 2, priority: 50 }),
    });
    expect(said.size).toBe(0);
  });
});
