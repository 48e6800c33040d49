import type { Indicator } from '../indicator.ts';

/** What the allow lists of an organisation let through: each value with the name of the list it stands on. */
export type AllowedDestinations = ReadonlyMap<string, string>;

/**
 * The entry of an allow list that beats a block of the indicator, in words, where there is one. On Umbrella an allow
 * list wins over every block list, and a name covers all names below it; a URL is let through with its host.
 * @see https://docs.umbrella.com/umbrella-user-guide/docs/manage-destination-lists
 */
export function overridingEntry(indicator: Indicator, allowed: AllowedDestinations): string | undefined {
  if (allowed.size === 0) return undefined;
  for (const value of coveringValues(indicator)) {
    const list = allowed.get(value);
    if (list !== undefined) return `${value} stands on the allow list "${list}"`;
  }
  return undefined;
}

function coveringValues({ type, value }: Indicator): string[] {
  if (type === 'domain') return nameAndParents(value);
  if (type !== 'url') return [value];
  const host = URL.parse(value)?.hostname;
  return host === undefined ? [value] : [value, ...nameAndParents(host)];
}

/** `a.b.example`, `b.example`, `example`. */
function nameAndParents(name: string): string[] {
  const labels = name.split('.');
  return labels.map((_label, index) => labels.slice(index).join('.'));
}
