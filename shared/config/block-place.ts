import type { IndicatorType } from '../iocs/indicator.ts';
import { typesOfNetworkGroups } from './network-group.ts';
import type { SecureAccessEdition } from './organisation.ts';

/**
 * What kind of place a destination is, as far as it decides what can stand there and has an effect: a destination list
 * of one of the editions, or a group of addresses and names that rules of a network name.
 */
export type BlockPlace = SecureAccessEdition | 'network-group';

/**
 * What a destination list holds.
 * @see https://docs.sse.cisco.com/sse-user-guide/docs/manage-destination-lists-og
 */
const typesOfDestinationLists = ['domain', 'url', 'ipv4', 'ipv6', 'cidr'] as const;

/** What can stand at some place or other; a hash or a mail address cannot. */
export const blockableTypes: ReadonlySet<IndicatorType> = new Set(typesOfDestinationLists);

/** What a place can hold, whether it has an effect there or not. */
export const typesHeldAt: Readonly<Record<BlockPlace, ReadonlySet<IndicatorType>>> = {
  global: new Set(typesOfDestinationLists),
  china: new Set(typesOfDestinationLists),
  government: new Set(typesOfDestinationLists),
  umbrella: new Set(typesOfDestinationLists),
  'network-group': new Set(typesOfNetworkGroups),
};

/**
 * What a place takes and then does nothing with: Umbrella's DNS layer sees names only.
 * @see https://docs.umbrella.com/umbrella-user-guide/docs/add-a-dns-destination-list
 */
export const typesWithoutEffectAt: Readonly<Record<BlockPlace, ReadonlySet<IndicatorType>>> = {
  global: new Set(),
  china: new Set(),
  government: new Set(),
  umbrella: new Set(['ipv4', 'ipv6', 'cidr']),
  'network-group': new Set(),
};
