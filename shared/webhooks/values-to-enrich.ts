import { screenBeforeAsking } from '../iocs/guard/screen-before-asking.ts';
import type { Indicator } from '../iocs/indicator.ts';
import type { RejectedValue } from '../requests/received-request.ts';
import { readClaimedValues } from './claimed-values.ts';
import type { ClaimedIndicator } from './parsers/webhook-parser.ts';

/**
 * Reads every value as an indicator, drops repeats, and leaves out what nobody can be asked about. What a destination
 * list would refuse is asked about all the same: the guard decides when something is to be blocked.
 */
export function valuesToEnrich(
  values: readonly ClaimedIndicator[],
  senderHosts: readonly string[],
): { readonly indicators: readonly Indicator[]; readonly rejected: readonly RejectedValue[] } {
  const indicators: Indicator[] = [];
  const rejected: RejectedValue[] = [];
  for (const read of readClaimedValues(values)) {
    const { value } = read;
    const reason = read.kind === 'rejected' ? read.reason : screenBeforeAsking(read.indicator, senderHosts);
    if (reason !== undefined) rejected.push({ value, reason });
    else if (read.kind === 'indicator') indicators.push(read.indicator);
  }
  return { indicators, rejected };
}
