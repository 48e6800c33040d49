import type { TouchedIdentities } from '../identities/touched-identities.ts';
import { type Indicator, indicatorKey } from '../indicator.ts';

/** What the reports said about an indicator. */
export type IdentityLookUp =
  /** `undefined`: the reports have no answer for indicators of this type. */
  | { readonly kind: 'counted'; readonly identities: number | undefined }
  /** They could not be read: nobody knows who would be touched. */
  | { readonly kind: 'unavailable' }
  /** Time was over before it was its turn. */
  | { readonly kind: 'postponed' };

/** Look-ups that run side by side; the reports take 5 requests a second. */
const lookUpsTogether = 4;

/** Asks who would be touched by blocking `indicators`, by indicator key, for as long as there is time. */
export async function lookUpIdentities(
  indicators: readonly Indicator[],
  reports: TouchedIdentities,
  isTimeOver: () => boolean,
): Promise<Map<string, IdentityLookUp>> {
  const answers = new Map<string, IdentityLookUp>();
  const waiting = [...indicators];
  const lookUpInTurn = async () => {
    for (let indicator = waiting.shift(); indicator; indicator = waiting.shift()) {
      const answer: IdentityLookUp = isTimeOver() ? { kind: 'postponed' } : await lookUp(indicator, reports);
      answers.set(indicatorKey(indicator), answer);
    }
  };
  await Promise.all(Array.from({ length: lookUpsTogether }, lookUpInTurn));
  return answers;
}

async function lookUp(indicator: Indicator, reports: TouchedIdentities): Promise<IdentityLookUp> {
  try {
    return { kind: 'counted', identities: await reports.count(indicator) };
  } catch {
    // Whatever the reason: the indicator is held, and says that the reports gave no answer.
    return { kind: 'unavailable' };
  }
}
