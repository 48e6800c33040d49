import { type Severity, severities } from '../../../events/severity.ts';
import { textOf } from './texts-of.ts';

/** What senders call their severities, priorities and urgencies. */
const words = new Map<string, Severity>([
  ['informational', 'informational'],
  ['information', 'informational'],
  ['info', 'informational'],
  ['none', 'informational'],
  ['ok', 'informational'],
  ['lowest', 'low'],
  ['low', 'low'],
  ['minor', 'low'],
  ['p5', 'informational'],
  ['p4', 'low'],
  ['p3', 'medium'],
  ['p2', 'high'],
  ['p1', 'critical'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['warning', 'medium'],
  ['warn', 'medium'],
  ['high', 'high'],
  ['major', 'high'],
  ['error', 'high'],
  ['highest', 'critical'],
  ['critical', 'critical'],
  ['blocker', 'critical'],
  ['fatal', 'critical'],
  ['emergency', 'critical'],
]);

/** A severity in one word, in whatever case; `undefined` when the word is none. */
export function severityOfWord(field: unknown): Severity | undefined {
  return words.get(textOf(field)?.toLowerCase() ?? '');
}

/**
 * A severity on a scale of numbers.
 * @param thresholds From which number on it is low, medium, high and critical; below the first it is informational.
 */
export function severityOfNumber(
  field: unknown,
  thresholds: readonly [low: number, medium: number, high: number, critical: number],
): Severity | undefined {
  const text = textOf(field);
  const number = text === undefined ? Number.NaN : Number(text);
  if (Number.isNaN(number)) return undefined;
  const [low, medium, high, critical] = thresholds;
  if (number >= critical) return 'critical';
  if (number >= high) return 'high';
  if (number >= medium) return 'medium';
  return number >= low ? 'low' : 'informational';
}

/** The worst of several; `undefined` when none is told. */
export function worstSeverity(told: readonly (Severity | undefined)[]): Severity | undefined {
  return severities.findLast((severity) => told.includes(severity));
}
