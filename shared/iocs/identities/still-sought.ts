import type { Indicator } from '../indicator.ts';

/** Whether somebody still tries to go where a block keeps them from going. */
export interface StillSought {
  /**
   * Those of `indicators` that somebody went to, or tried to, in the last 7 days, as indicator keys.
   * Types for which the reports have no answer are never among them. Names and URLs are asked for together and cost
   * little; each address costs a request, of which there are 5 a second: ask for a few hundred at a time.
   * @throws RetryLater when the reports cannot be read now
   * @throws ConfigurationProblem when they may not be read: the scope is missing
   * @throws GiveUp when their answer cannot be understood
   */
  among(indicators: readonly Indicator[]): Promise<ReadonlySet<string>>;
}
