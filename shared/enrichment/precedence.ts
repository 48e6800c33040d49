import type { Disposition, EvidenceConfidence } from '../config/enrichment.ts';
import type { Statement } from './statement.ts';

/**
 * Which disposition counts where two statements weigh the same, in the order of private intelligence itself.
 * @see https://github.com/threatgrid/ctim
 */
export const orderOfDispositions = [
  'clean',
  'malicious',
  'suspicious',
  'common',
  'unknown',
] as const satisfies readonly Disposition[];

/** The priority of what a person has judged: it is beaten by nothing but another person. */
export const personsPriority = 100;

/** What a statement without a priority is taken for: automation, which claims 90 or less. */
const unstatedPriority = 90;

const orderOfConfidences = ['high', 'medium', 'low', 'none'] as const satisfies readonly EvidenceConfidence[];

export function priorityOf(statement: Statement): number {
  return statement.priority ?? unstatedPriority;
}

export function isPersons(statement: Statement): boolean {
  return priorityOf(statement) >= personsPriority;
}

/** Negative where `one` counts before `other` among the statements of one module. */
export function compareOfOneModule(one: Statement, other: Statement): number {
  return (
    priorityOf(other) - priorityOf(one) || momentOf(other) - momentOf(one) || compareOrdinarily(one, other)
  );
}

/** By disposition and confidence, then by everything else: only equal statements are equal. */
export function compareOrdinarily(one: Statement, other: Statement): number {
  return (
    orderOfDispositions.indexOf(one.disposition) - orderOfDispositions.indexOf(other.disposition) ||
    orderOfConfidences.indexOf(one.confidence) - orderOfConfidences.indexOf(other.confidence) ||
    compareTexts(textOf(one), textOf(other))
  );
}

/** What was said at no known time was said before everything else. */
function momentOf({ at }: Statement): number {
  return at?.getTime() ?? 0;
}

/** The surest of some confidences. */
export function surestOf(confidences: readonly EvidenceConfidence[]): EvidenceConfidence {
  return orderOfConfidences.find((confidence) => confidences.includes(confidence)) ?? 'none';
}

function textOf({ module, reason, link, at, validUntil }: Statement): string {
  return JSON.stringify([module.name, module.instanceId, reason, link, at, validUntil]);
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
