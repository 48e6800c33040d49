import { z } from 'zod';
import type { Indicator, IndicatorType } from '../../iocs/indicator.ts';
import { parseIndicator } from '../../iocs/parse-indicator.ts';

/** Something that XDR knows by type and value. It has more than sixty types; the words are the vendor's. */
export const observableSchema = z.object({ type: z.string().min(1), value: z.string().min(1) });
export type Observable = Readonly<z.infer<typeof observableSchema>>;

/**
 * The vendor's word for each type of indicator that it can look up. It has none for a network, nor for SHA-512.
 * @see https://visibility.amp.cisco.com/iroh/iroh-inspect/index.html
 */
const observableTypes = {
  domain: 'domain',
  url: 'url',
  ipv4: 'ip',
  ipv6: 'ipv6',
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  email: 'email',
} as const satisfies Partial<Record<IndicatorType, string>>;

/** The types of indicators that can be enriched. */
export type EnrichableType = keyof typeof observableTypes;

/** An indicator that XDR can look up. */
export type EnrichableIndicator = Indicator & { readonly type: EnrichableType };

export function isEnrichable(indicator: Indicator): indicator is EnrichableIndicator {
  return Object.hasOwn(observableTypes, indicator.type);
}

/** How XDR is asked about an indicator. */
export function observableOf({ type, value }: EnrichableIndicator): Observable {
  return { type: observableTypes[type], value };
}

/**
 * The indicator that an observable is, in our canonical spelling. `undefined` for the types that are no indicators:
 * users, machines, file names, and `hostname`, which names the victim; and for a value that is not of its type.
 */
export function indicatorOf({ type, value }: Observable): EnrichableIndicator | undefined {
  if (!vendorTypes.has(type)) return undefined;
  const parsed = parseIndicator(value, type);
  return parsed.kind === 'indicator' && isEnrichable(parsed.indicator) ? parsed.indicator : undefined;
}

const vendorTypes: ReadonlySet<string> = new Set(Object.values(observableTypes));
