import * as fc from 'fast-check';
import { dispositions, enrichmentSchema, evidenceConfidences } from '#shared/config/enrichment.ts';
import type { Statement } from '#shared/enrichment/statement.ts';
import type { ModuleFailure } from '#shared/enrichment/verdict.ts';

export const now = new Date('2026-11-22T05:00:00Z');

export const lifetimes = enrichmentSchema.parse({});

export function module(name: string): Statement['module'] {
  return { name, instanceId: `id-of-${name}` };
}

/** A statement of automation; `by` names the module. */
export function statement(
  by: string,
  disposition: Statement['disposition'],
  more: Partial<Statement> = {},
): Statement {
  return { module: module(by), disposition, confidence: 'none', ...more };
}

export function failure(by: string): ModuleFailure {
  return { module: by, moduleInstanceId: `id-of-${by}`, code: 'down', message: 'no answer', kind: 'fatal' };
}

export function inMinutes(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

const moduleNames = ['Alpha', 'Beta', 'Gamma', 'Delta'];

/** Statements of a few modules, valid or expired, with and without what is optional. */
export const anyStatement: fc.Arbitrary<Statement> = fc.record({
  module: fc.constantFrom(...moduleNames).map(module),
  disposition: fc.constantFrom(...dispositions),
  confidence: fc.constantFrom(...evidenceConfidences),
  priority: fc.option(fc.constantFrom(0, 50, 90, 95, 100), { nil: undefined }),
  reason: fc.option(fc.constantFrom('listed', 'phishing kit'), { nil: undefined }),
  at: fc.option(fc.constantFrom(-20, -10, 0).map(inMinutes), { nil: undefined }),
  validUntil: fc.option(fc.constantFrom(-5, 0, 5, 90, 5_000).map(inMinutes), { nil: undefined }),
});

export const anyFailure: fc.Arbitrary<ModuleFailure> = fc.constantFrom(...moduleNames).map(failure);

export const anyWeights = fc.dictionary(fc.constantFrom(...moduleNames), fc.constantFrom(0, 0.5, 1, 3), {
  noNullPrototype: true,
});
