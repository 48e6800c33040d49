import type { OutgoingEvent } from '../../events/event-publisher.ts';
import {
  type PeopleHeld,
  type PeopleRefused,
  type PersonChangeDue,
  peopleEventSource,
} from '../../events/people-results.ts';
import { batchIdOf } from '../changes/batch-id.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { RefusedRow } from '../changes/recorded-batch.ts';
import type { FuseReport } from '../fuses/check-fuses.ts';
import type { FuseName, FuseTrip } from '../fuses/fuse-trip.ts';
import { dueAt } from '../lifecycle/effective-time.ts';
import type { IncomingBatch } from './incoming-batch.ts';

const mostExamples = 20;

/** That the fuses hold something of a batch, or all of it, until a person decides. */
export function heldEvent(
  batch: IncomingBatch,
  report: FuseReport,
  { doneBy, now }: { doneBy: Date | undefined; now: Date },
): OutgoingEvent {
  const held = report.decisions.filter((decision) => decision.kind === 'held');
  const fuses = new Map<FuseName, { trip: FuseTrip; people: number }>();
  for (const trip of report.batchTrips) fuses.set(trip.fuse, { trip, people: 0 });
  for (const trip of held.flatMap(({ trips }) => trips)) {
    const known = fuses.get(trip.fuse);
    fuses.set(trip.fuse, { trip: known?.trip ?? trip, people: (known?.people ?? 0) + 1 });
  }
  const detail: PeopleHeld = {
    version: 1,
    ...aboutBatch(batch, 'held', now),
    heldCount: held.length,
    fuses: [...fuses.values()].map(({ trip, people }) => ({ ...trip, people })),
    doneBy: doneBy?.toISOString(),
  };
  return { source: peopleEventSource, detailType: 'PeopleHeld', detail };
}

/** What of a batch was not accepted, with examples. */
export function refusedEvent(batch: IncomingBatch, refused: readonly RefusedRow[], now: Date): OutgoingEvent {
  const detail: PeopleRefused = {
    version: 1,
    ...aboutBatch(batch, 'refused', now),
    ticket: batch.kind === 'single' ? batch.ticket : undefined,
    refusedCount: refused.length,
    examples: refused.slice(0, mostExamples),
  };
  return { source: peopleEventSource, detailType: 'PeopleRefused', detail };
}

/** That somebody joins or leaves soon. */
export function dueEvent(change: PersonChange, now: Date): OutgoingEvent {
  const { changeId, requestId, source, request, batchSize } = change;
  const detail: PersonChangeDue = {
    version: 1,
    eventId: `${changeId}:due`,
    changeId,
    requestId,
    source,
    email: request.email,
    ticket: request.ticket,
    batchSize,
    kind: request.kind,
    dueAt: dueAt(request.effective).toISOString(),
    occurredAt: now.toISOString(),
  };
  return { source: peopleEventSource, detailType: 'PersonChangeDue', detail };
}

function aboutBatch({ requestId, source, origin }: IncomingBatch, what: string, now: Date) {
  const batchId = batchIdOf(requestId);
  return { eventId: `${batchId}:${what}`, batchId, source, origin, occurredAt: now.toISOString() };
}
