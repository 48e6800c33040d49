import type { Indicator } from '../indicator.ts';
import { hostOf } from './indicator-host.ts';
import { type AddressRange, addressRange } from './places/address-range.ts';
import { type PlacedName, placedName } from './places/name-set.ts';

/**
 * How much of its place an indicator would block.
 *
 * - `all`: a URL without a path is its host.
 * - `page`: what lies below a path.
 * - `query`: a URL whose only difference from its host is a query. Nobody promises that the query counts.
 */
export type Reach = 'all' | 'page' | 'query';

/** The place on the internet that would be cut off, wholly or in part. Hashes and mail addresses have none. */
export type Place =
  | ({ readonly kind: 'name' } & PlacedName)
  /** An address or a network, as it is written and as a range. */
  | { readonly kind: 'network'; readonly network: string; readonly range: AddressRange };

/** An indicator as the rules look at it: worked out once for all of them. */
export interface Subject {
  readonly indicator: Indicator;
  readonly place?: Place;
  readonly reach: Reach;
}

/** Slashes alone, or the page that a server gives when it is asked for none. */
const noPathOfItsOwn = /^\/*(?:(?:index|default|home)(?:\.[a-z0-9]{2,5})?)?\/*$/i;

/** @throws Error when the value is not of its type, which cannot be if it came from `parseIndicator`. */
export function subjectOf(indicator: Indicator): Subject {
  const place = placeOf(indicator);
  return { indicator, ...(place && { place }), reach: reachOf(indicator) };
}

function placeOf(indicator: Indicator): Place | undefined {
  const host = hostOf(indicator);
  if (host?.kind === 'name') return { kind: 'name', ...placedName(host.name) };
  const network = host?.address ?? (indicator.type === 'cidr' ? indicator.value : undefined);
  return network === undefined ? undefined : { kind: 'network', network, range: addressRange(network) };
}

function reachOf({ type, value }: Indicator): Reach {
  if (type !== 'url') return 'all';
  const { pathname, search } = new URL(value);
  if (!noPathOfItsOwn.test(pathname)) return 'page';
  return search === '' ? 'all' : 'query';
}
