import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuardRule, longestExplanation } from '#shared/iocs/guard/rule.ts';
import { guardRulesOf } from '#shared/iocs/guard/rules.ts';
import { screenIndicator } from '#shared/iocs/guard/screen-indicator.ts';
import { indicatorTypes, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { guardSettings, indicatorOf, usualGuard } from './usual-guard.ts';

const context = { place: 'global' } as const;

const objecting = (name: string, decision: 'reject' | 'hold' = 'reject'): GuardRule => ({
  name,
  objectTo: () => ({ decision, reason: `because-${name}`, explanation: `The rule ${name} says so.` }),
});
const throwing: GuardRule = {
  name: 'cannot-tell',
  objectTo: () => {
    throw new Error('list not loaded');
  },
};
const ask = (...rules: GuardRule[]) => screenIndicator(indicatorOf('bad.example'), context, rules);

describe('the rules', () => {
  it('are asked in order, and the first rejection decides', () => {
    expect(ask(objecting('first'), objecting('second'))).toEqual({
      decision: 'reject',
      rule: 'first',
      reason: 'because-first',
      explanation: 'The rule first says so.',
    });
  });

  it('hold for the first reason when none of them rejects', () => {
    expect(ask(objecting('first', 'hold'), objecting('second', 'hold'))).toMatchObject({
      decision: 'hold',
      rule: 'first',
    });
  });

  it('reject what an earlier rule would hold, so that no approval can override it', () => {
    expect(ask(objecting('first', 'hold'), objecting('second'))).toMatchObject({
      decision: 'reject',
      rule: 'second',
    });
  });

  it('that cannot decide hold the indicator, unless another rejects it', () => {
    expect(ask(throwing)).toMatchObject({
      decision: 'hold',
      rule: 'cannot-tell',
      reason: 'guard-could-not-decide',
    });
    expect(ask(throwing, objecting('second'))).toMatchObject({ decision: 'reject', rule: 'second' });
  });

  it('without an objection let pass', () => {
    expect(ask()).toEqual({ decision: 'pass' });
  });

  it('have names of their own', () => {
    const names = guardRulesOf(guardSettings(), []).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold what they cannot read', () => {
    const unreadable = { type: 'url', value: indicatorValueSchema.parse('not a url') } as const;
    expect(usualGuard.screen(unreadable, context)).toMatchObject({
      decision: 'hold',
      reason: 'guard-could-not-decide',
    });
  });

  it('never throw out of the guard, and explain themselves in a short sentence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...indicatorTypes),
        fc.oneof(fc.string({ minLength: 1, maxLength: 50 }), fc.domain(), fc.webUrl(), fc.ipV4(), fc.ipV6()),
        (type, text) => {
          const screening = usualGuard.screen({ type, value: indicatorValueSchema.parse(text) }, context);
          if (screening.decision === 'pass') return;
          expect(screening.reason).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(screening.explanation).toMatch(/[.…]$/);
          expect(screening.explanation.length).toBeLessThanOrEqual(longestExplanation);
        },
      ),
    );
  });
});
