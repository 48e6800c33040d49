import type { DestinationListName } from '../config/names.ts';
import { firstApprovedPart } from '../events/block-requested.ts';
import type { IndicatorType } from '../iocs/indicator.ts';
import type { IndicatorStatus } from '../iocs/indicator-status.ts';
import type { RequestId } from './request-id.ts';
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
  /** The list that was asked for, or the one that took it where that had no room. */
  readonly destinationListId?: number;
  readonly verifiedAt?: string;
  /** When the block ends unless it is asked for again. */
  readonly leaseUntil?: string;
}

/** The answer of `GET /requests/{requestId}`. */
export interface RequestView {
  readonly requestId: RequestId;
  readonly connection?: string;
  readonly action: 'block';
  readonly receivedAt?: string;
  /** `pending` while any indicator waits for the worker; then `held`, `failed` or `done`, whichever is met first. */
  readonly status: 'pending' | 'held' | 'failed' | 'done';
  readonly indicators: readonly IndicatorView[];
}

/**
 * What has become of a request; pure. A part that the worker has finished shows its outcome, any other its
 * indicators as queued. What was held shows what a person made of it.
 * @param listId the vendor's id of a destination list, where the configuration still has it
 */
export function requestView(
  request: RecordedRequest,
  listId: (name: DestinationListName) => number | undefined,
): RequestView {
  const finished = new Map(request.outcomes.map((outcome) => [outcome.part, outcome]));
  const indicators: IndicatorView[] = [];
  for (const part of request.parts) {
    if (finished.has(part.part)) continue;
    const destinationListId = listId(part.destinationList);
    for (const { value, type } of part.indicators) {
      indicators.push({ value, type, status: 'queued', ...optional({ destinationListId }) });
    }
  }
  for (const outcome of finished.values()) {
    if (outcome.part >= firstApprovedPart) continue;
    for (const indicator of outcome.indicators) {
      indicators.push(
        indicator.status === 'held' ? decided(indicator, outcome, request) : stated(indicator, outcome),
      );
    }
  }
  for (const { value, reason, destinationList } of request.rejected) {
    const destinationListId = destinationList && listId(destinationList);
    indicators.push({ value, status: 'rejected', reason, ...optional({ destinationListId }) });
  }
  const first = request.outcomes[0];
  return {
    requestId: request.requestId,
    action: 'block',
    status: statusOf(indicators),
    indicators,
    ...optional({
      connection: request.received?.connection ?? first?.connection,
      receivedAt: request.received?.receivedAt ?? first?.receivedAt,
    }),
  };
}

/** What a person has made of a held indicator so far. */
function decided(held: IndicatorOutcome, outcome: PartOutcome, request: RecordedRequest): IndicatorView {
  const { value, type } = held;
  const approved = request.outcomes.find(({ part }) => part === firstApprovedPart + outcome.part);
  const done = approved?.indicators.find((other) => other.value === value && other.type === type);
  if (approved && done) return stated(done, approved);

  const place = { value, ...optional({ type }), destinationListId: outcome.destinationList.id };
  switch (request.decisions.find(({ part }) => part === outcome.part)?.decision) {
    case 'approve':
      return { ...place, status: 'queued' };
    case 'reject':
      return { ...place, status: 'rejected', reason: 'rejected-by-a-person' };
    case undefined:
      return stated(held, outcome);
  }
}

function statusOf(indicators: readonly IndicatorView[]): RequestView['status'] {
  const statuses = new Set(indicators.map((indicator) => indicator.status));
  if (statuses.has('queued') || statuses.has('stored')) return 'pending';
  if (statuses.has('held')) return 'held';
  return statuses.has('failed') ? 'failed' : 'done';
}

function stated(indicator: IndicatorOutcome, { destinationList }: PartOutcome): IndicatorView {
  const { value, status, overflowedTo, ...rest } = indicator;
  return { value, status, ...optional(rest), destinationListId: (overflowedTo ?? destinationList).id };
}

/** Only the members that have a value. */
function optional<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the keys' names; they are those of T, less the undefined ones.
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
