import { nameSet, placedName } from '../places/name-set.ts';
import type { GuardRule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Demands that an indicator is no host of its sender, nobody's mail address there, and none it was told to ignore. */
export const notTheSender: GuardRule = {
  name: 'not-the-sender',
  objectTo(subject, { senderHosts = [] }) {
    const host = hostOf(subject);
    if (host === undefined || senderHosts.length === 0) return undefined;
    const isTheSenders =
      senderHosts.includes(host) || nameSet(senderHosts).match(placedName(host)) !== undefined;
    if (!isTheSenders) return undefined;
    return {
      decision: 'reject',
      reason: 'ignored-domain',
      explanation: `${host} belongs to the sender itself, or to what its connection ignores.`,
    };
  },
};

function hostOf({ indicator: { type, value }, place }: Subject): string | undefined {
  if (type === 'email') return value.slice(value.lastIndexOf('@') + 1);
  return place?.kind === 'name' ? place.name : place?.network;
}
