import type { OutgoingEvent } from '../../events/event-publisher.ts';
import { indicatorsPerEvent } from '../../events/indicators-per-event.ts';
import { operatorEventSource, releaseRequestedSchema } from '../../events/release-requested.ts';
import type { ReleasePlan } from './plan-release.ts';
import type { ReleaseCause } from './release-order.ts';

/** Longest name of an operator that is kept. */
const longestRequester = 250;

/** The commands that carry a plan to the worker: one a list, more where one event cannot hold them. */
export function releaseRequestedEvents(
  { toRelease }: Pick<ReleasePlan, 'toRelease'>,
  cause: Exclude<ReleaseCause, { kind: 'lease-ended' }>,
  now: Date,
): OutgoingEvent[] {
  const commands = [...toRelease].flatMap(([destinationList, all]) =>
    indicatorsPerEvent(all).map((indicators) => ({ destinationList, indicators })),
  );
  return commands.map(({ destinationList, indicators }) => ({
    source: operatorEventSource,
    detailType: 'ReleaseRequested',
    detail: releaseRequestedSchema.parse({
      version: 1,
      destinationList,
      indicators,
      because: cause.kind,
      ...(cause.kind === 'request-rolled-back' && { rolledBackRequestId: cause.requestId }),
      requestedBy: cause.by.slice(0, longestRequester),
      requestedAt: now.toISOString(),
    }),
  }));
}
