import type { BlockPlace } from '../config/block-place.ts';
import type { DestinationListName } from '../config/names.ts';
import type { Guard } from '../iocs/guard/guard.ts';
import type { ScreeningContext } from '../iocs/guard/rule.ts';
import type { Screening } from '../iocs/guard/screen-indicator.ts';
import type { Indicator, IndicatorType } from '../iocs/indicator.ts';
import type { HeldIndicator, RejectedValue } from '../requests/received-request.ts';
import { readClaimedValues } from './claimed-values.ts';
import type { ClaimedIndicator } from './parsers/webhook-parser.ts';

/** A destination of the sender, with what the guard needs to know of it. */
export interface ScreeningTarget {
  readonly destinationList: DestinationListName;
  readonly place: BlockPlace;
  /** Whether indicators of the type go there. */
  goesThere(type: IndicatorType): boolean;
}

/** Who screens, and what it is told about the sender and its alert. */
export interface Screener {
  readonly guard: Guard;
  readonly about?: Omit<ScreeningContext, 'place'>;
}

/** What has become of every value of a request: none is missing, and none is in silence. */
export interface ScreenedValues {
  /**
   * What goes to the worker, list by list, in the order in which it was sent, nothing twice: what may be blocked and
   * what a person has to decide about. The worker screens again and does the holding.
   */
  readonly forWorker: ReadonlyMap<DestinationListName, readonly Indicator[]>;
  /** Those of {@link forWorker} that will be held, for the answer to the sender. */
  readonly held: readonly HeldIndicator[];
  readonly rejected: readonly RejectedValue[];
}

/** Reads every value as an indicator, drops repeats, and asks the guard about each for every list that it goes to. */
export function screenValues(
  values: readonly ClaimedIndicator[],
  targets: readonly ScreeningTarget[],
  { guard, about = {} }: Screener,
): ScreenedValues {
  const forWorker = new Map<DestinationListName, Indicator[]>(
    targets.map(({ destinationList }) => [destinationList, []]),
  );
  const held: HeldIndicator[] = [];
  const rejected: RejectedValue[] = [];

  for (const read of readClaimedValues(values)) {
    const { value } = read;
    if (read.kind === 'rejected') {
      rejected.push({ value, reason: read.reason });
      continue;
    }
    const { indicator } = read;
    const screenings = targets
      .filter(({ goesThere }) => goesThere(indicator.type))
      .map(({ destinationList, place }) => ({
        destinationList,
        screening: guard.screen(indicator, { ...about, place }),
      }));
    const common = commonRejection(screenings.map(({ screening }) => screening));
    if (common !== undefined) {
      rejected.push({ value, reason: common });
      continue;
    }
    for (const { destinationList, screening } of screenings) {
      if (screening.decision === 'reject') {
        rejected.push({ value, reason: screening.reason, destinationList });
        continue;
      }
      forWorker.get(destinationList)?.push(indicator);
      if (screening.decision === 'hold') held.push({ indicator, destinationList, reason: screening.reason });
    }
  }
  return { forWorker, held, rejected };
}

/** The reason, when every list refuses for the same one: it is then told once. */
function commonRejection(screenings: readonly Screening[]): string | undefined {
  const [first] = screenings;
  if (first?.decision !== 'reject') return undefined;
  const isCommon = screenings.every((other) => other.decision === 'reject' && other.reason === first.reason);
  return isCommon ? first.reason : undefined;
}
