import type { Indicator } from '../indicator.ts';
import type { GuardRule } from './rule.ts';
import { multiLabelName } from './rules/multi-label-name.ts';
import { notTheSender } from './rules/not-the-sender.ts';
import { publicAddress } from './rules/public-address.ts';
import { publicName } from './rules/public-name.ts';
import { screenIndicator } from './screen-indicator.ts';

/**
 * What is demanded before a threat intelligence service is asked about an indicator: that anybody outside can know it,
 * and that it is not the sender's own. The question would have no answer, cost a call, and tell strangers the names of
 * a network. Whatever else the guard has against an indicator counts only when it would be blocked.
 */
const rules: readonly GuardRule[] = [notTheSender, publicAddress, multiLabelName, publicName];

/**
 * Why nobody outside is asked about an indicator, in one word; `undefined` where it is asked about.
 * @param senderHosts hosts of the sender itself, and the domains that its connection ignores
 */
export function screenBeforeAsking(indicator: Indicator, senderHosts: readonly string[]): string | undefined {
  // No rule above looks at the place: nothing is blocked yet.
  const screening = screenIndicator(indicator, { place: 'global', senderHosts }, rules);
  return screening.decision === 'reject' ? screening.reason : undefined;
}
