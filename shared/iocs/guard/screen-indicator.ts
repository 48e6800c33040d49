import type { Indicator } from '../indicator.ts';
import { type GuardRule, longestExplanation, type Objection, type ScreeningContext } from './rule.ts';
import { type Subject, subjectOf } from './subject.ts';

export type Screening =
  | { readonly decision: 'pass' }
  /** `rule` names the rule that decided, for logs and for whoever wants to change it. */
  | ({ readonly rule: string } & Objection);

/**
 * Asks the rules in turn. The first that rejects decides; if none does, the first that holds. So a rejection
 * stands whatever came before it: a person may override what was held, and must not override more than that.
 * A rule that throws cannot decide, and a guard that cannot decide does not act: the indicator is held.
 */
export function screenIndicator(
  indicator: Indicator,
  context: ScreeningContext,
  rules: readonly GuardRule[],
): Screening {
  let subject: Subject;
  try {
    subject = subjectOf(indicator);
  } catch {
    return {
      rule: 'readable',
      ...undecided(`The value is no ${indicator.type}, so a person has to decide.`),
    };
  }
  let hold: Screening | undefined;
  for (const rule of rules) {
    const objection = askRule(rule, subject, context);
    if (!objection) continue;
    const screening = {
      rule: rule.name,
      ...objection,
      explanation: shortened(objection.explanation),
    };
    if (objection.decision === 'reject') return screening;
    hold ??= screening;
  }
  return hold ?? { decision: 'pass' };
}

function askRule(rule: GuardRule, subject: Subject, context: ScreeningContext): Objection | undefined {
  try {
    return rule.objectTo(subject, context);
  } catch {
    return undecided(`The rule ${rule.name} failed on this indicator, so a person has to decide.`);
  }
}

function undecided(explanation: string): Objection {
  return { decision: 'hold', reason: 'guard-could-not-decide', explanation };
}

function shortened(sentence: string): string {
  return sentence.length <= longestExplanation ? sentence : `${sentence.slice(0, longestExplanation - 1)}…`;
}
