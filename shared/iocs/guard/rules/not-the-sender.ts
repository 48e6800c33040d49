import type { Indicator } from '../../indicator.ts';
import { hostOf } from '../indicator-host.ts';
import { nameSet } from '../places/name-set.ts';
import type { GuardRule } from '../rule.ts';

/** Demands that an indicator is no host of its sender, of no address book of people there, and none it was told to ignore. */
export const notTheSender: GuardRule = {
  name: 'not-the-sender',
  objectTo(indicator, { senderHosts = [] }) {
    if (senderHosts.length === 0) return undefined;
    const place = placeOf(indicator);
    const isTheSenders =
      place !== undefined && (senderHosts.includes(place) || nameSet(senderHosts).match(place) !== undefined);
    if (!isTheSenders) return undefined;
    return {
      decision: 'reject',
      reason: 'ignored-domain',
      explanation: `${place} belongs to the sender itself, or to what its connection ignores.`,
    };
  },
};

/** The domain of a mail address counts too: nobody of the sender is an indicator. */
function placeOf(indicator: Indicator): string | undefined {
  if (indicator.type === 'email') return indicator.value.slice(indicator.value.lastIndexOf('@') + 1);
  const host = hostOf(indicator);
  return host?.kind === 'address' ? host.address : host?.name;
}
