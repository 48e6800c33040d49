import { firstApprovedPart } from '../events/block-requested.ts';
import type { DestinationReference } from '../events/destination-reference.ts';
import type { Indicator, IndicatorType } from '../iocs/indicator.ts';
import type { IndicatorStatus } from '../iocs/indicator-status.ts';
import { present } from './present.ts';
import type { IndicatorOutcome, PartOutcome } from './request-outcomes.ts';
import type { RecordedRequest } from './request-reader.ts';

/** One indicator of a request at one destination list, as a person or a playbook reads it. */
export interface IndicatorView {
  readonly value: string;
  readonly type?: IndicatorType;
  readonly status: IndicatorStatus;
  readonly reason?: string;
  /** With `held`: the reason in a sentence. */
  readonly explanation?: string;
  /** With `held`: how many identities used it in the last 7 days. */
  readonly touchedIdentities?: number;
  /** The destination that was asked for, or the one that took it where that had no room. */
  readonly destinationList?: string;
  /** Its number, of a destination list. */
  readonly destinationListId?: number;
  readonly verifiedAt?: string;
  /** When the block ends unless it is asked for again. */
  readonly leaseUntil?: string;
}

/** An indicator that the worker has not come to. */
export function queuedView({ value, type }: Indicator, place: DestinationReference): IndicatorView {
  return { value, type, status: 'queued', ...placeView(place) };
}

/** How an indicator ended at the list of `outcome`; what was held there shows what a person made of it. */
export function endedView(
  indicator: IndicatorOutcome,
  outcome: PartOutcome,
  request: Pick<RecordedRequest, 'outcomes' | 'decisions'>,
): IndicatorView {
  return indicator.status === 'held' ? heldView(indicator, outcome, request) : stated(indicator, outcome);
}

function heldView(
  held: IndicatorOutcome,
  outcome: PartOutcome,
  request: Pick<RecordedRequest, 'outcomes' | 'decisions'>,
): IndicatorView {
  const { value, type } = held;
  const approved = request.outcomes.find(({ part }) => part === firstApprovedPart + outcome.part);
  const done = approved?.indicators.find((other) => other.value === value && other.type === type);
  if (approved && done) return stated(done, approved);

  const place = { value, ...present({ type }), ...placeView(outcome.destinationList) };
  switch (request.decisions.find(({ part }) => part === outcome.part)?.decision) {
    case 'approve':
      return { ...place, status: 'queued' };
    case 'reject':
      return { ...place, status: 'rejected', reason: 'rejected-by-a-person' };
    case undefined:
      return stated(held, outcome);
  }
}

function stated(indicator: IndicatorOutcome, { destinationList }: PartOutcome): IndicatorView {
  const { value, status, overflowedTo, ...rest } = indicator;
  return { value, status, ...present(rest), ...placeView(overflowedTo ?? destinationList) };
}

/** Which destination it is. */
export function placeView({
  name,
  id,
}: DestinationReference): Pick<IndicatorView, 'destinationList' | 'destinationListId'> {
  return { destinationList: name, ...present({ destinationListId: id }) };
}
