import { z } from 'zod';
import type { Claims } from './fields/claims.ts';
import { confidence } from './fields/confidence.ts';
import { instant } from './fields/instant.ts';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import { indicatorsInPattern } from './stix-pattern/indicators-in-pattern.ts';
import { parsePattern } from './stix-pattern/parse-pattern.ts';

const texts = softField((field) =>
  Array.isArray(field) ? field.filter((entry) => typeof entry === 'string') : [],
);

/** The members that count of an indicator object, of STIX 2.0 or 2.1. */
export const stixIndicatorSchema = z.object({
  type: z.literal('indicator'),
  pattern: z.string().max(100_000),
  pattern_type: softField(textOf),
  revoked: softField((revoked) => revoked === true),
  valid_until: softField(instant),
  /** STIX 2.1; 2.0 says the same in `labels`. */
  indicator_types: texts,
  labels: texts,
  confidence: softField(confidence),
  created_by_ref: softField(textOf),
});

export type StixIndicator = z.infer<typeof stixIndicatorSchema>;

/** What one indicator object claims, or why its pattern cannot be used. */
export function readStixIndicator(indicator: StixIndicator, receivedAt: Date): Claims {
  const reason = reasonAgainst(indicator, receivedAt);
  if (reason !== undefined) return unusable(indicator, reason);
  const expression = parsePattern(indicator.pattern);
  if (!expression) return unusable(indicator, 'invalid-pattern');
  const values = indicatorsInPattern(expression);
  return values ? { values, unusable: [] } : unusable(indicator, 'unsupported-pattern');
}

function reasonAgainst(indicator: StixIndicator, receivedAt: Date): string | undefined {
  const { pattern_type = 'stix', revoked, valid_until } = indicator;
  if (pattern_type.toLowerCase() !== 'stix') return 'unsupported-pattern-type';
  if (revoked) return 'revoked';
  if (valid_until && valid_until <= receivedAt) return 'expired';
  return [...indicator.indicator_types, ...indicator.labels].includes('benign') ? 'benign' : undefined;
}

function unusable({ pattern }: StixIndicator, reason: string): Claims {
  return { values: [], unusable: [{ value: pattern, reason }] };
}
