import { screenBeforeAsking } from '../iocs/guard/screen-before-asking.ts';
import { type Indicator, indicatorKey } from '../iocs/indicator.ts';

/**
 * Those about which others may be asked, each once, in order.
 * @param ignoredDomains the sender's own
 * @param reject is told the others, with the reason in one word
 */
export function askableIndicators(
  indicators: readonly Indicator[],
  ignoredDomains: readonly string[],
  reject: (value: string, reason: string) => void,
): Indicator[] {
  const distinct = new Map(indicators.map((indicator) => [indicatorKey(indicator), indicator]));
  return [...distinct.values()].filter((indicator) => {
    const reason = screenBeforeAsking(indicator, ignoredDomains);
    if (reason !== undefined) reject(indicator.value, reason);
    return reason === undefined;
  });
}
