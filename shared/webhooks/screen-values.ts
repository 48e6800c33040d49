import type { DestinationListName } from '../config/names.ts';
import type { SecureAccessEdition } from '../config/organisation.ts';
import { hostOf } from '../iocs/guard/indicator-host.ts';
import { type Screening, screenIndicator } from '../iocs/guard/screen-indicator.ts';
import { type Indicator, indicatorKey } from '../iocs/indicator.ts';
import { parseIndicator } from '../iocs/parse-indicator.ts';
import type { HeldIndicator, RejectedValue } from '../requests/received-request.ts';
import type { ClaimedIndicator } from './parsers/webhook-parser.ts';

/** A list that the request is for, with what the guard needs to know of it. */
export interface ScreeningTarget {
  readonly destinationList: DestinationListName;
  readonly edition: SecureAccessEdition;
}

/** What has become of every value of a request: none is missing, and none is in silence. */
export interface ScreenedValues {
  /** What may be blocked, list by list, in the order in which it was sent, nothing twice. */
  readonly queued: ReadonlyMap<DestinationListName, readonly Indicator[]>;
  readonly held: readonly HeldIndicator[];
  readonly rejected: readonly RejectedValue[];
}

/** Refused values are shown and kept only so far. */
export const longestShownValueCharacters = 256;

/**
 * Reads every value as an indicator, drops repeats, and asks the guard of every list about each.
 * @param ignoredDomains The sender's own and the configured ones: what lies on or below them is rejected.
 */
export function screenValues(
  values: readonly ClaimedIndicator[],
  targets: readonly ScreeningTarget[],
  ignoredDomains: readonly string[] = [],
): ScreenedValues {
  const queued = new Map(targets.map(({ destinationList }) => [destinationList, [] as Indicator[]]));
  const held: HeldIndicator[] = [];
  const rejected: RejectedValue[] = [];
  const seen = new Set<string>();

  for (const { value: written, typeHint } of values) {
    const value = written.slice(0, longestShownValueCharacters);
    const parsed = parseIndicator(written, typeHint);
    if (parsed.kind === 'rejected') {
      rejected.push({ value, reason: parsed.reason });
      continue;
    }
    const { indicator } = parsed;
    if (seen.has(indicatorKey(indicator))) continue;
    seen.add(indicatorKey(indicator));
    if (liesWithin(ignoredDomains, indicator)) {
      rejected.push({ value, reason: 'ignored-domain' });
      continue;
    }

    const screenings = targets.map(({ destinationList, edition }) => ({
      destinationList,
      screening: screenIndicator(indicator, { edition }),
    }));
    const common = commonRejection(screenings.map(({ screening }) => screening));
    if (common !== undefined) {
      rejected.push({ value, reason: common });
      continue;
    }
    for (const { destinationList, screening } of screenings) {
      if (screening.decision === 'pass') queued.get(destinationList)?.push(indicator);
      else if (screening.decision === 'hold')
        held.push({ indicator, destinationList, reason: screening.reason });
      else rejected.push({ value, reason: screening.reason, destinationList });
    }
  }
  return { queued, held, rejected };
}

function liesWithin(domains: readonly string[], indicator: Indicator): boolean {
  const host = hostOf(indicator);
  if (host?.kind === 'address') return domains.includes(host.address);
  const name = host?.name ?? (indicator.type === 'email' ? indicator.value.split('@')[1] : undefined);
  return name !== undefined && domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}

/** The reason, when every list refuses for the same one: it is then told once. */
function commonRejection(screenings: readonly Screening[]): string | undefined {
  const [first] = screenings;
  if (first?.decision !== 'reject') return undefined;
  const isCommon = screenings.every((other) => other.decision === 'reject' && other.reason === first.reason);
  return isCommon ? first.reason : undefined;
}
