import type { SecureAccessEdition } from '../../../config/organisation.ts';
import type { IndicatorType } from '../../indicator.ts';
import type { GuardRule } from '../rule.ts';

/**
 * What a destination list holds.
 * @see https://docs.sse.cisco.com/sse-user-guide/docs/manage-destination-lists-og
 */
export const typesOfDestinationLists: ReadonlySet<IndicatorType> = new Set([
  'domain',
  'url',
  'ipv4',
  'ipv6',
  'cidr',
]);

/**
 * Umbrella takes addresses into a block list and then does nothing with them: its DNS layer sees names only.
 * @see https://docs.umbrella.com/umbrella-user-guide/docs/add-a-dns-destination-list
 */
const typesWithoutEffect: Readonly<Record<SecureAccessEdition, ReadonlySet<IndicatorType>>> = {
  global: new Set(),
  china: new Set(),
  government: new Set(),
  umbrella: new Set(['ipv4', 'ipv6', 'cidr']),
};

/** Demands a type that a destination list of this edition can hold, and that has an effect there. */
export const blockableType: GuardRule = {
  name: 'blockable-type',
  objectTo({ indicator: { type } }, { edition }) {
    if (!typesOfDestinationLists.has(type)) {
      return {
        decision: 'reject',
        reason: 'unsupported-type',
        explanation: `Destination lists hold domains, URLs, addresses and networks, and nothing of the type ${type}.`,
      };
    }
    if (!typesWithoutEffect[edition].has(type)) return undefined;
    return {
      decision: 'reject',
      reason: `no-effect-on-${edition}`,
      explanation: `A block list of ${edition} takes the type ${type} and then does nothing with it.`,
    };
  },
};
