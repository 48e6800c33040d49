import type { IndicatorType } from '../iocs/indicator.ts';
import { type BlockPlace, typesHeldAt } from './block-place.ts';
import type { DestinationList } from './destination-list.ts';
import { type DestinationListName, destinationListNameSchema, type OrganisationName } from './names.ts';
import type { NetworkGroup } from './network-group.ts';
import type { Organisation } from './organisation.ts';

/** A place where indicators are blocked, of either kind, as it is configured. */
export type ConfiguredDestination = ({ readonly kind: 'destination-list' } & DestinationList) | NetworkGroup;

/** The part of the configuration that names the places; lists and groups share one namespace. */
export interface ConfiguredDestinations {
  readonly destinationLists: Readonly<Record<DestinationListName, DestinationList>>;
  readonly networkGroups: Readonly<Record<DestinationListName, NetworkGroup>>;
}

/** The destination of that name, of whatever kind; `undefined` where the configuration has none. */
export function configuredDestination(
  name: DestinationListName,
  { destinationLists, networkGroups }: ConfiguredDestinations,
): ConfiguredDestination | undefined {
  const list = destinationLists[name];
  return list ? { kind: 'destination-list', ...list } : networkGroups[name];
}

/** Every destination of a deployment: its lists, then its groups. */
export function destinationNames({
  destinationLists,
  networkGroups,
}: ConfiguredDestinations): DestinationListName[] {
  // `Object.keys` forgets the brand of the keys.
  return [...Object.keys(destinationLists), ...Object.keys(networkGroups)].map((name) =>
    destinationListNameSchema.parse(name),
  );
}

/** What kind of place a destination is; `undefined` where its organisation is not configured. */
export function placeOf(
  destination: ConfiguredDestination,
  { organisations }: { readonly organisations: Readonly<Record<OrganisationName, Organisation>> },
): BlockPlace | undefined {
  const organisation = organisations[destination.organisation];
  if (!organisation) return undefined;
  return destination.kind === 'destination-list' ? organisation.secureAccess.edition : 'network-group';
}

/**
 * Whether indicators of the type are sent to a destination where nobody says otherwise. What has no effect there is
 * sent all the same, and refused with that reason.
 */
export function takesType(
  destination: ConfiguredDestination,
  place: BlockPlace,
  type: IndicatorType,
): boolean {
  return destination.kind === 'destination-list'
    ? typesHeldAt[place].has(type)
    : destination.indicatorTypes.some((taken) => taken === type);
}
