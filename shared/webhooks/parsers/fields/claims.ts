import type { Connection } from '../../../config/connection.ts';
import type { ClaimedIndicator, UnusableClaim } from '../webhook-parser.ts';
import { fieldsAt } from './field-at.ts';
import { textsOf } from './texts-of.ts';

/** What a part of a body claims. */
export interface Claims {
  readonly values: readonly ClaimedIndicator[];
  readonly unusable: readonly UnusableClaim[];
}

/** The claims of several parts of a body, in their order. What one part claims, none makes unusable. */
export function allClaims(...parts: readonly (Claims | readonly ClaimedIndicator[])[]): Claims {
  const claims = parts.map((part) => ('unusable' in part ? part : { values: part, unusable: [] }));
  const values = claims.flatMap((part) => part.values);
  const claimed = new Set(values.map(({ value }) => value));
  const unusable = claims.flatMap((part) => part.unusable).filter(({ value }) => !claimed.has(value));
  return { values, unusable };
}

/** The same claims, of which none may be used. */
export function noneUsable({ values, unusable }: Claims, reason: string): Claims {
  return { values: [], unusable: [...values.map(({ value }) => ({ value, reason })), ...unusable] };
}

/** The texts at the given paths, each claimed to be an indicator; all of a path's before those of the next. */
export function claimsAt(json: unknown, paths: readonly string[]): ClaimedIndicator[] {
  return paths
    .flatMap((path) => fieldsAt(json, path))
    .flatMap(textsOf)
    .map((value) => ({ value }));
}

/**
 * What the connection's own `indicatorFields` name, else the usual fields of its kind. Of the latter a name that is
 * only the host of a URL beside it is left out: many senders take URLs apart, and the name would widen the URL.
 */
export function declaredClaims(
  json: unknown,
  usualFields: readonly string[],
  { indicatorFields }: Connection,
): ClaimedIndicator[] {
  if (indicatorFields) return claimsAt(json, indicatorFields);
  const claims = claimsAt(json, usualFields);
  const hosts = new Set(claims.flatMap(({ value }) => URL.parse(value)?.hostname ?? []));
  return claims.filter(({ value }) => !hosts.has(value.toLowerCase()));
}
