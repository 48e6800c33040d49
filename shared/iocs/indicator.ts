import { z } from 'zod';

/** Every kind of indicator that is understood; a block destination takes only some of them. */
export const indicatorTypes = [
  'domain',
  'url',
  'ipv4',
  'ipv6',
  'cidr',
  'md5',
  'sha1',
  'sha256',
  'sha512',
  'email',
] as const;

export type IndicatorType = (typeof indicatorTypes)[number];

/**
 * A value in its one canonical spelling: lower case, punycode, no trailing dot, no defanging.
 * Made only by `parseIndicator` (`parse-indicator.ts`) or read back from where such a value was stored.
 */
export const indicatorValueSchema = z.string().min(1).max(2048).brand<'IndicatorValue'>();
export type IndicatorValue = z.infer<typeof indicatorValueSchema>;

export const indicatorSchema = z.object({ type: z.enum(indicatorTypes), value: indicatorValueSchema });

/** Something observed that can be blocked or enriched. Two indicators are the same when type and value are. */
export type Indicator = z.infer<typeof indicatorSchema>;

/** One string for an indicator, for sets and maps: `domain:bad.example`. */
export function indicatorKey(indicator: Indicator): string {
  return `${indicator.type}:${indicator.value}`;
}
