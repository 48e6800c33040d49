import type { DestinationListName } from '../config/names.ts';
import { firstApprovedPart } from '../events/block-requested.ts';
import type { ConfiguredPlaces } from './configured-places.ts';
import { endedView, type IndicatorView, placeView, queuedView } from './indicator-view.ts';
import { type OverallStatus, overallStatus, standingOf } from './overall-status.ts';
import type { RecordedRequest } from './request-reader.ts';

/** What became of a request to block. */
export interface BlockedView {
  readonly action: 'block';
  readonly status: OverallStatus;
  readonly indicators: readonly IndicatorView[];
}

/** A part that the worker has finished shows its outcome, any other its indicators as queued; pure. */
export function blockedView(
  request: RecordedRequest,
  { listId }: Pick<ConfiguredPlaces, 'listId'>,
): BlockedView {
  const placeNamed = (name: DestinationListName) => ({ name, id: listId(name) });
  const finished = new Map(request.outcomes.map((outcome) => [outcome.part, outcome]));
  const waiting = request.parts.filter(({ part }) => !finished.has(part));
  const ended = [...finished.values()].filter(({ part }) => part < firstApprovedPart);
  const indicators: IndicatorView[] = [
    ...waiting.flatMap((part) =>
      part.indicators.map((one) => queuedView(one, placeNamed(part.destinationList))),
    ),
    ...ended.flatMap((outcome) => outcome.indicators.map((one) => endedView(one, outcome, request))),
    ...request.rejected.map(({ value, reason, destinationList }) => ({
      value,
      status: 'rejected' as const,
      reason,
      ...(destinationList === undefined ? {} : placeView(placeNamed(destinationList))),
    })),
  ];
  return { action: 'block', status: overallStatus(indicators.map(standingOf)), indicators };
}
