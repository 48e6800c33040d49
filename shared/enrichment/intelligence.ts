import type { Indicator } from '../iocs/indicator.ts';
import type { NonEmptyArray } from '../non-empty.ts';
import type { Statement } from './statement.ts';
import type { ModuleFailure } from './verdict.ts';

/** What came of asking about several indicators at once. */
export type IntelligenceAnswer =
  | {
      readonly kind: 'answered';
      /** By indicator key; nothing for an indicator about which no module says anything. */
      readonly statements: ReadonlyMap<string, readonly Statement[]>;
      /** Modules that did not answer, or not fully: about all of the indicators. */
      readonly failures: readonly ModuleFailure[];
    }
  /** It took too long: fewer indicators at once may work. */
  | { readonly kind: 'timed-out'; readonly limitSeconds: number }
  /** One of the indicators, or their number, is not accepted. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * What is known about indicators: the XDR of one organisation. Every question counts against the requests that the
 * organisation has in an hour.
 *
 * All questions throw RetryLater with the seconds to wait when no question may be asked now, or no answer came for a
 * reason that passes; and ConfigurationProblem when a person has to put something right first.
 */
export interface Intelligence {
  /** Whether anything can be known about indicators of this type. */
  knows(indicator: Indicator): boolean;
  /** The indicators in a text, each once, in its order. */
  inspect(text: string): Promise<readonly Indicator[]>;
  /** Verdicts that are at hand; fast. */
  deliberate(indicators: NonEmptyArray<Indicator>): Promise<IntelligenceAnswer>;
  /** All that is known; slow. */
  observe(indicators: NonEmptyArray<Indicator>): Promise<IntelligenceAnswer>;
  /** The page on which a person goes on with an indicator. */
  investigateUrl(indicator: Indicator): string;
}
