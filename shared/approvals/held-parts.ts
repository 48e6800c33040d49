import { firstApprovedPart } from '../events/block-requested.ts';
import { type Indicator, indicatorValueSchema } from '../iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import { isComplete, type PartOutcome } from '../requests/request-outcomes.ts';
import type { RecordedRequest } from '../requests/request-reader.ts';
import type { PartDecision } from './decision.ts';

/** An indicator that waits, or waited, for a person. */
export interface HeldIndicator extends Indicator {
  /** One word in kebab-case. */
  readonly reason: string;
  /** The same for a person, in a sentence. */
  readonly explanation?: string;
  /** How many identities used it in the 7 days before, where the reports were asked. */
  readonly touchedIdentities?: number;
}

/** What one part of a request holds for a person. */
export interface HeldPart {
  readonly outcome: PartOutcome;
  readonly indicators: NonEmptyArray<HeldIndicator>;
  /** Missing while nobody has decided. */
  readonly decision?: PartDecision;
}

/**
 * What is held of a request, by part; pure.
 * @param wanted the parts to look at; left out: all
 */
export function heldParts(request: RecordedRequest, wanted?: readonly number[]): HeldPart[] {
  return request.outcomes
    .filter(({ part }) => part < firstApprovedPart && (wanted?.includes(part) ?? true))
    .filter(isComplete)
    .toSorted((one, other) => one.part - other.part)
    .flatMap((outcome) => {
      const indicators = outcome.indicators.flatMap(heldIndicator);
      const decision = request.decisions.find(({ part }) => part === outcome.part);
      return isNonEmpty(indicators) ? [{ outcome, indicators, ...(decision && { decision }) }] : [];
    });
}

/**
 * Whether what these parts hold can still change: the worker has not recorded their end, or will try some of it
 * again. A person must not be asked about something that may be something else a moment later.
 */
export function isStillWorkedOn(request: RecordedRequest, wanted: readonly number[]): boolean {
  const final = new Set(request.outcomes.filter(isComplete).map(({ part }) => part));
  return wanted.some((part) => !final.has(part));
}

function heldIndicator(indicator: PartOutcome['indicators'][number]): HeldIndicator[] {
  const { type, value, status, reason, explanation, touchedIdentities } = indicator;
  if (status !== 'held' || type === undefined) return [];
  return [
    {
      type,
      // Recorded from an indicator: a value that is none cannot be held.
      value: indicatorValueSchema.parse(value),
      reason: reason ?? 'not-told',
      ...(explanation !== undefined && { explanation }),
      ...(touchedIdentities !== undefined && { touchedIdentities }),
    },
  ];
}
