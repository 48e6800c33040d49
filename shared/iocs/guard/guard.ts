import type { GuardSettings } from '../../config/guard.ts';
import type { Indicator } from '../indicator.ts';
import type { ScreeningContext } from './rule.ts';
import { type Screening, screenIndicator } from './screen-indicator.ts';

/** Decides what may be blocked by itself, what only by a person, and what never. */
export interface Guard {
  screen(indicator: Indicator, context: ScreeningContext): Screening;
}

/** The guard of a deployment. */
export function guardOf(_settings: GuardSettings): Guard {
  return { screen: (indicator, context) => screenIndicator(indicator, context) };
}
