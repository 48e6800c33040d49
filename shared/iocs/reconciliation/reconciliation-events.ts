import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import {
  enforcementChangedSchema,
  listDriftedSchema,
  listFillingSchema,
  reconciliationEventSource,
} from '../../events/list-events.ts';
import type { Enforcement } from '../blocking/block-destination.ts';
import { wordOf } from '../blocking/effect.ts';
import type { ListCapacity } from './capacity/list-capacity.ts';
import type { ListRecord } from './list-record.ts';
import type { ComparableList } from './reconciliation-ports.ts';
import type { Drift } from './reconciliation-report.ts';

type EventList = Pick<ComparableList, 'name' | 'id' | 'organisation'>;

/** Values that an event names; the ledger and the list have the others. */
const mostExamples = 20;

/**
 * `ListDrifted`, where something was wrong with the ledger, or where more stands on the list that was never asked for
 * than at the last comparison.
 * @param context.values of what was wrong, to name some of them
 */
export function driftEvents(
  list: EventList,
  drift: Drift,
  context: { values: readonly string[]; before: ListRecord | undefined; now: Date },
): OutgoingEvent[] {
  const { values, before, now } = context;
  const isWrong = drift.removedByHand + drift.takenOver + drift.unknownButOurs > 0;
  if (!isWrong && drift.notOurs <= (before?.notOurs ?? 0)) return [];
  const detail: z.input<typeof listDriftedSchema> = {
    ...common(list, now, `ListDrifted/${since(before)}/${drift.notOurs}/${[...values].sort().join('\n')}`),
    ...drift,
    examples: values.slice(0, mostExamples),
  };
  return [event('ListDrifted', listDriftedSchema.parse(detail))];
}

/**
 * `EnforcementChanged`, where the rules make something else of the list than at the last comparison or at the last look
 * of a writer, or the same for another reason: a change that waits for its deployment is not one whose deployment has
 * failed.
 * @param context.lastLook what a writer, who told it of what was blocked then, or the last comparison has seen
 */
export function enforcementEvents(
  list: EventList,
  enforcement: Enforcement,
  context: { blocks: number; before: ListRecord | undefined; lastLook: Enforcement | undefined; now: Date },
): OutgoingEvent[] {
  const { blocks, before, lastLook, now } = context;
  const known: KnownEnforcement[] = [
    ...(before ? [{ kind: before.enforcement, reason: before.reason }] : []),
    ...(lastLook ? [lastLook] : []),
  ];
  const other = known.find((one) => hasChanged(one, enforcement));
  if (!other) return [];
  const word = enforcement.kind === 'enforced' ? '' : wordOf(enforcement.reason);
  const detail: z.input<typeof enforcementChangedSchema> = {
    ...common(list, now, `EnforcementChanged/${since(before)}/${enforcement.kind}/${word}`),
    was: other.kind,
    now: enforcement.kind,
    ...(enforcement.kind === 'enforced' ? {} : { reason: enforcement.reason }),
    blocks,
  };
  return [event('EnforcementChanged', enforcementChangedSchema.parse(detail))];
}

/** Records of earlier versions do not say why. */
interface KnownEnforcement {
  readonly kind: Enforcement['kind'];
  readonly reason?: string | undefined;
}

function hasChanged(before: KnownEnforcement, now: Enforcement): boolean {
  if (before.kind !== now.kind) return true;
  if (now.kind === 'enforced' || before.reason === undefined) return false;
  return wordOf(before.reason) !== wordOf(now.reason);
}

/** `ListFilling`, once a day while it is so. */
export function fillingEvents(list: EventList, capacity: ListCapacity, now: Date): OutgoingEvent[] {
  if (!capacity.isFilling) return [];
  const { entryCount, mostEntries, organisationEntryCount, fullOn } = capacity;
  const day = now.toISOString().slice(0, 'yyyy-mm-dd'.length);
  const detail: z.input<typeof listFillingSchema> = {
    ...common(list, now, `ListFilling/${day}`),
    ...{ entryCount, mostEntries, organisationEntryCount },
    ...(fullOn === undefined ? {} : { fullOn }),
  };
  return [event('ListFilling', listFillingSchema.parse(detail))];
}

function event(detailType: OutgoingEvent['detailType'], detail: object): OutgoingEvent {
  return { source: reconciliationEventSource, detailType, detail };
}

/** A run that is repeated after a crash compares with the same record, and so finds the same identity again. */
function since(before: ListRecord | undefined): string {
  return before?.reconciledAt ?? 'never';
}

function common({ name, id, organisation }: EventList, now: Date, identity: string) {
  const digest = createHash('sha256').update(`${organisation}/${name}/${identity}`).digest('hex');
  return {
    version: 1 as const,
    eventId: `evt_${digest.slice(0, 32)}`,
    organisation,
    destinationList: { name, id },
    occurredAt: now.toISOString(),
  };
}
