import { describe, expect, it } from 'vitest';
import { followPolicy } from '#shared/enrichment/follow-policy.ts';
import type { Verdict } from '#shared/enrichment/verdict.ts';
import { indicator, rule, wanted } from './enrichment-bench.ts';

const verdict: Verdict = {
  disposition: 'malicious',
  confidence: 'medium',
  agreeingModules: 2,
  because: 'A says malicious.',
  evidence: [],
  failures: [],
  at: '2026-01-01T08:00:00.000Z',
  validUntil: '2026-01-02T08:00:00.000Z',
};
const domain = indicator('bad.example');
const hash = indicator('d41d8cd98f00b204e9800998ecf8427e');
const moduleInstanceId = '4b3f0f3e-7a54-4a0e-9f5a-1f0c2d3e4a02';
const response = { types: ['md5' as const], moduleInstanceId, actionId: 'quarantine' };

describe('the policy', () => {
  it('does nothing without a rule, and says so', () => {
    expect(followPolicy(domain, verdict, wanted())).toEqual({
      action: 'none',
      because: 'No rule of the policy fits a malicious domain.',
    });
  });

  it('follows the first rule that fits', () => {
    const policy = [rule(['clean'], 'none'), rule(['malicious'], 'hold'), rule(['malicious'], 'block')];
    expect(followPolicy(domain, verdict, wanted({ policy }))).toEqual({
      action: 'hold',
      because: 'Rule 2 of the policy: malicious domain, hold.',
    });
  });

  it.each([
    ['another disposition', rule(['suspicious'], 'block'), false],
    ['its type', rule(['malicious'], 'block', { types: ['domain'] }), true],
    ['another type', rule(['malicious'], 'block', { types: ['ipv4', 'url'] }), false],
    ['as much confidence', rule(['malicious'], 'block', { minimumConfidence: 'medium' }), true],
    ['more confidence', rule(['malicious'], 'block', { minimumConfidence: 'high' }), false],
    ['as many modules', rule(['malicious'], 'block', { minimumModules: 2 }), true],
    ['more modules', rule(['malicious'], 'block', { minimumModules: 3 }), false],
  ])('compares a rule for %s', (_title, only, isFit) => {
    const { action } = followPolicy(domain, verdict, wanted({ policy: [only] }));
    expect(action).toBe(isFit ? 'block' : 'none');
  });

  it('blocks what no list takes by the response for its type', () => {
    const policy = [rule(['malicious'], 'block')];
    expect(followPolicy(hash, verdict, wanted({ policy, responses: [response] }))).toEqual({
      action: 'block',
      because: 'Rule 1 of the policy: malicious md5, block by the response quarantine.',
      response: { moduleInstanceId, actionId: 'quarantine', result: 'ordered' },
    });
  });

  it.each([
    ['block', 'No destination list takes the type md5, and the connection has no response for it.'],
    ['hold', 'No destination list takes the type md5, so there is nothing to hold.'],
  ] as const)('does nothing about what no list takes where it says %s, and says why', (then, reason) => {
    const followed = followPolicy(hash, verdict, wanted({ policy: [rule(['malicious'], then)] }));
    expect(followed).toEqual({
      action: 'none',
      because: `Rule 1 of the policy: malicious md5, ${then}. ${reason}`,
    });
  });

  it('needs a verdict: XDR knows no networks', () => {
    const policy = [rule(['unknown', 'malicious'], 'block')];
    expect(followPolicy(indicator('45.9.148.0/24'), undefined, wanted({ policy }))).toEqual({
      action: 'none',
      because: 'XDR has no verdicts on indicators of the type cidr.',
    });
  });
});
