import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineStatements } from '#shared/enrichment/combine-statements.ts';
import type { ModuleWeights } from '#shared/enrichment/module-weights.ts';
import type { Statement } from '#shared/enrichment/statement.ts';
import type { ModuleFailure } from '#shared/enrichment/verdict.ts';
import {
  anyFailure,
  anyStatement,
  anyWeights,
  failure,
  inMinutes,
  lifetimes,
  module,
  now,
  statement,
} from './statements.ts';

function combine(
  statements: readonly Statement[],
  failures: readonly ModuleFailure[] = [],
  weights: ModuleWeights = {},
) {
  return combineStatements(statements, failures, { now, weights, lifetimes });
}

describe('the verdict of many modules', () => {
  const sure = { priority: 90, confidence: 'high' } as const;
  const cases: { title: string; statements: Statement[]; weights?: ModuleWeights; expected: object }[] = [
    {
      title: 'is unknown, not clean, where nobody says anything',
      statements: [],
      expected: { disposition: 'unknown', confidence: 'none', agreeingModules: 0, evidence: [] },
    },
    {
      title: 'is unknown where all say so',
      statements: [statement('A', 'unknown'), statement('B', 'unknown')],
      expected: { disposition: 'unknown', agreeingModules: 2, because: 'No module knows it.' },
    },
    {
      title: 'is what one knows, however many do not',
      statements: [
        statement('A', 'unknown', { priority: 95 }),
        statement('B', 'suspicious', { priority: 10 }),
      ],
      expected: { disposition: 'suspicious', agreeingModules: 1 },
    },
    {
      title: 'follows the highest priority',
      statements: [
        statement('A', 'clean', { priority: 80 }),
        statement('B', 'malicious', { priority: 95, confidence: 'medium' }),
        statement('C', 'malicious', { priority: 50, confidence: 'high' }),
      ],
      expected: {
        disposition: 'malicious',
        confidence: 'high',
        agreeingModules: 2,
        because: 'B says malicious with the highest weighted priority (95).',
      },
    },
    {
      title: 'counts a statement without priority as automation',
      statements: [statement('A', 'malicious'), statement('B', 'clean', { priority: 89 })],
      expected: { disposition: 'malicious' },
    },
    {
      title: 'lets a weight outdo a priority',
      statements: [statement('A', 'clean', sure), statement('B', 'malicious', { priority: 50 })],
      weights: { B: 2 },
      expected: {
        disposition: 'malicious',
        because: 'B says malicious with the highest weighted priority (100).',
      },
    },
    {
      title: 'takes the weight of the instance before that of the name',
      statements: [statement('A', 'clean', sure), statement('B', 'malicious', { priority: 50 })],
      weights: { B: 2, 'id-of-B': 0.1 },
      expected: { disposition: 'clean' },
    },
    {
      title: 'is what a person judged, against any weight',
      statements: [statement('A', 'malicious', sure), statement('B', 'clean', { priority: 100 })],
      weights: { A: 10 },
      expected: { disposition: 'clean', because: 'A person judged it clean in B.' },
    },
    {
      title: 'leaves out a module with the weight 0, even its persons',
      statements: [statement('A', 'malicious', { priority: 100 }), statement('B', 'common')],
      weights: { A: 0 },
      expected: { disposition: 'common', agreeingModules: 1 },
    },
    {
      title: 'takes clean before malicious where they weigh the same, and says so',
      statements: [statement('A', 'malicious', sure), statement('B', 'clean', sure)],
      expected: {
        disposition: 'clean',
        because:
          'B says clean with the highest weighted priority (90). Of equals, clean comes before A (malicious).',
      },
    },
    {
      title: 'takes malicious before suspicious, and that before common',
      statements: [
        statement('A', 'common'),
        statement('B', 'suspicious'),
        statement('C', 'malicious', { confidence: 'low' }),
      ],
      expected: { disposition: 'malicious', confidence: 'low' },
    },
    {
      title: 'hears the latest of what a module says with the same priority',
      statements: [
        statement('A', 'malicious', { at: inMinutes(-60) }),
        statement('A', 'common', { at: inMinutes(-5) }),
      ],
      expected: { disposition: 'common', agreeingModules: 1 },
    },
    {
      title: 'hears the most important of what a module says, though it is older',
      statements: [
        statement('A', 'malicious', { at: inMinutes(-60), priority: 95 }),
        statement('A', 'common', { at: inMinutes(-5), priority: 90 }),
      ],
      expected: { disposition: 'malicious' },
    },
    {
      title: 'forgets what has expired',
      statements: [
        statement('A', 'malicious', { validUntil: now }),
        statement('B', 'common', { validUntil: inMinutes(1) }),
      ],
      expected: { disposition: 'common' },
    },
  ];
  it.each(cases)('$title', ({ statements, weights, expected }) => {
    expect(combine(statements, [], weights)).toMatchObject(expected);
  });

  it('names the modules that did not answer, each failure once', () => {
    const { failures } = combine([], [failure('B'), failure('A'), failure('B')]);
    expect(failures.map((one) => one.module)).toEqual(['A', 'B']);
  });

  it('keeps the evidence, the weightiest first', () => {
    const { evidence } = combine([
      statement('A', 'common', { priority: 20 }),
      statement('B', 'malicious', { priority: 90, reason: 'phishing kit', link: 'https://b.example/1' }),
    ]);
    expect(evidence).toEqual([
      {
        module: 'B',
        moduleInstanceId: 'id-of-B',
        disposition: 'malicious',
        confidence: 'none',
        priority: 90,
        reason: 'phishing kit',
        link: 'https://b.example/1',
      },
      { module: 'A', moduleInstanceId: 'id-of-A', disposition: 'common', confidence: 'none', priority: 20 },
    ]);
  });
});

describe('whatever the modules say', () => {
  const statements = fc.array(anyStatement, { maxLength: 8 });
  const failures = fc.array(anyFailure, { maxLength: 4 });

  it('the order of their answers does not matter', () => {
    fc.assert(
      fc.property(
        statements.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        failures,
        anyWeights,
        ([all, shuffled], failed, weights) => {
          expect(combine(shuffled, failed.toReversed(), weights)).toEqual(combine(all, failed, weights));
        },
      ),
    );
  });

  it('somebody more who does not know changes no known verdict', () => {
    fc.assert(
      fc.property(statements, anyStatement, anyWeights, (all, another, weights) => {
        const verdict = combine(all, [], weights);
        fc.pre(verdict.disposition !== 'unknown');
        expect(combine([...all, { ...another, disposition: 'unknown' }], [], weights)).toEqual(verdict);
      }),
    );
  });

  it('a module with the weight 0 changes nothing', () => {
    fc.assert(
      fc.property(statements, anyStatement, anyFailure, anyWeights, (all, another, failed, weights) => {
        const ignored = { ...weights, Ignored: 0 };
        const more = { ...another, module: module('Ignored') };
        const unanswered = { ...failed, module: 'Ignored', moduleInstanceId: 'id-of-Ignored' };
        expect(combine([more, ...all], [unanswered], ignored)).toEqual(combine(all, [], ignored));
      }),
    );
  });

  it('what has expired changes nothing', () => {
    fc.assert(
      fc.property(statements, anyStatement, anyWeights, (all, another, weights) => {
        const expired = { ...another, validUntil: inMinutes(-1) };
        expect(combine([...all, expired], [], weights)).toEqual(combine(all, [], weights));
      }),
    );
  });

  it('a verdict is never longer valid than the first of what it rests on', () => {
    fc.assert(
      fc.property(statements, failures, (all, failed) => {
        const verdict = combine(all, failed);
        const ends = verdict.evidence.flatMap((one) => one.validUntil ?? []);
        for (const end of ends) expect(verdict.validUntil <= end).toBe(true);
        expect(verdict.validUntil > verdict.at).toBe(true);
      }),
    );
  });
});

describe('a verdict may be used again', () => {
  it.each([
    {
      title: 'for a day at most',
      statements: [statement('A', 'malicious', { validUntil: inMinutes(100_000) })],
      minutes: 24 * 60,
    },
    {
      title: 'until the first statement ends',
      statements: [statement('A', 'malicious', { validUntil: inMinutes(30) })],
      minutes: 30,
    },
    { title: 'for an hour where nobody knows it', statements: [statement('A', 'unknown')], minutes: 60 },
    {
      title: 'for an hour where a module did not answer',
      statements: [statement('A', 'malicious')],
      failures: [failure('B')],
      minutes: 60,
    },
    {
      title: 'for ten minutes where nobody knows it and a module did not answer',
      statements: [],
      failures: [failure('B')],
      minutes: 10,
    },
  ])('$title', ({ statements, failures = [], minutes }) => {
    expect(combine(statements, failures).validUntil).toBe(inMinutes(minutes).toISOString());
  });
});
