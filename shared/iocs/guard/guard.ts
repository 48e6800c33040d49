import type { GuardSettings } from '../../config/guard.ts';
import type { Indicator } from '../indicator.ts';
import type { GuardList } from './lists/guard-list.ts';
import type { ScreeningContext } from './rule.ts';
import { guardRulesOf } from './rules.ts';
import { type Screening, screenIndicator } from './screen-indicator.ts';

/** Decides what may be blocked by itself, what only by a person, and what never. */
export interface Guard {
  screen(indicator: Indicator, context: ScreeningContext): Screening;
}

/**
 * The guard of a deployment. What the project knows by itself is always in it; lists are added to that.
 * Make it once and keep it: a large list takes time to sort.
 *
 * @param refreshedLists Published lists as they were last fetched.
 */
export function guardOf(settings: GuardSettings, refreshedLists: readonly GuardList[] = []): Guard {
  const rules = guardRulesOf(settings, refreshedLists);
  return { screen: (indicator, context) => screenIndicator(indicator, context, rules) };
}
