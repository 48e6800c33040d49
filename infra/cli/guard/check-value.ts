import type { Guard } from '#shared/iocs/guard/guard.ts';
import type { ScreeningContext } from '#shared/iocs/guard/rule.ts';
import type { Screening } from '#shared/iocs/guard/screen-indicator.ts';
import type { IndicatorType } from '#shared/iocs/indicator.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';

/** What the guard would do with one value. */
export interface CheckedValue {
  /** As it was given. */
  readonly value: string;
  /** `null` when it is no indicator. */
  readonly type: IndicatorType | null;
  readonly decision: Screening['decision'];
  /** These three are `null` when it passes. */
  readonly rule: string | null;
  readonly reason: string | null;
  readonly explanation: string | null;
}

const strictness = { pass: 0, hold: 1, reject: 2 } as const;

/** Asks for every list; the strictest answer counts, the first of equals. */
export function checkValue(value: string, guard: Guard, contexts: readonly ScreeningContext[]): CheckedValue {
  const parsed = parseIndicator(value);
  if (parsed.kind === 'rejected') {
    const { reason } = parsed;
    const explanation = `It is no domain, URL, address, network or the like: ${reason.replaceAll('-', ' ')}.`;
    return { value, type: null, decision: 'reject', rule: 'readable', reason, explanation };
  }
  const { indicator } = parsed;
  const strictest = contexts
    .map((context) => guard.screen(indicator, context))
    .reduce((one, other) => (strictness[other.decision] > strictness[one.decision] ? other : one));
  if (strictest.decision === 'pass') {
    return { value, type: indicator.type, decision: 'pass', rule: null, reason: null, explanation: null };
  }
  const { decision, rule, reason, explanation } = strictest;
  return { value, type: indicator.type, decision, rule, reason, explanation };
}
