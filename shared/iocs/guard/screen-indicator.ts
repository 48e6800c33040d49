import type { Indicator } from '../indicator.ts';
import type { GuardRule, Objection, ScreeningContext } from './rule.ts';
import { guardRules } from './rules.ts';

export type Screening =
  | { readonly decision: 'pass' }
  /** `rule` names the rule that decided, for logs and for whoever wants to change it. */
  | ({ readonly rule: string } & Objection);

/**
 * Asks every rule in turn; the first objection decides. A rule that throws cannot decide,
 * and a guard that cannot decide does not act: the indicator is held for a person.
 *
 * @param rules Default: the deployment's own, {@link guardRules}.
 */
export function screenIndicator(
  indicator: Indicator,
  context: ScreeningContext,
  rules: readonly GuardRule[] = guardRules,
): Screening {
  for (const rule of rules) {
    const objection = askRule(rule, indicator, context);
    if (objection) return { rule: rule.name, ...objection };
  }
  return { decision: 'pass' };
}

function askRule(rule: GuardRule, indicator: Indicator, context: ScreeningContext): Objection | undefined {
  try {
    return rule.objectTo(indicator, context);
  } catch {
    return { decision: 'hold', reason: 'guard-could-not-decide' };
  }
}
