import type { Indicator } from '../indicator.ts';

/** Who would feel a block: the users, devices and networks that went to the destination lately. */
export interface TouchedIdentities {
  /**
   * How many identities went to the indicator in the last 7 days, whether they were let through or not.
   * Counting ends somewhere above the limit that the implementation was given: a larger number says "at least".
   * `undefined` where the reports have no answer for indicators of this type, a network for example.
   * @throws RetryLater when the reports cannot be read now
   * @throws ConfigurationProblem when they may not be read: the scope is missing
   * @throws GiveUp when their answer cannot be understood
   */
  count(indicator: Indicator): Promise<number | undefined>;
}
