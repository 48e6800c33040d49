import { hostOf } from '../../../iocs/guard/indicator-host.ts';
import type { Indicator } from '../../../iocs/indicator.ts';

/** One value by which reports are narrowed down to a destination. */
export interface ReportTerm {
  /** `domains` and `urls` take several values with commas between them, `ip` takes one address. */
  readonly parameter: 'domains' | 'urls' | 'ip';
  readonly value: string;
}

/**
 * What narrows a report down to an indicator; `undefined` where nothing does: networks, hashes, mailboxes.
 *
 * - A blocked name covers the names below it, so both are asked for.
 * - A URL with a comma would be read as two; its host is asked for instead, which finds more rather than less.
 * - An address is found at either end of a connection. One that is blocked is not among the organisation's own, which
 *   the guard rejects, so it stands at the far end.
 *
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-reference-reporting-overview
 */
export function reportTerm(indicator: Indicator): ReportTerm | undefined {
  const { type, value } = indicator;
  if (type === 'url' && !value.includes(',')) return { parameter: 'urls', value };
  const host = hostOf(indicator);
  if (!host) return undefined;
  return host.kind === 'name' ? nameAndBelow(host.name) : { parameter: 'ip', value: host.address };
}

function nameAndBelow(name: string): ReportTerm {
  return { parameter: 'domains', value: `${name},*.${name}` };
}
