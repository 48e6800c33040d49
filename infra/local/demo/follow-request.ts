import { type IndicatorStatus, terminalStatuses } from '#shared/iocs/indicator-status.ts';
import type { RequestId } from '#shared/requests/request-id.ts';
import type { Clock } from '#shared/time/clock.ts';
import type { Sleep } from '#shared/time/sleep.ts';
import type { ReadRequest, RequestState } from './request-reader.ts';

/** An indicator that was seen in a new status. */
export interface StatusChange {
  readonly value: string;
  readonly type: string | undefined;
  /** Every status it was seen in, oldest first; the last is its present one. */
  readonly path: readonly IndicatorStatus[];
  readonly reason: string | undefined;
  readonly seenAt: Date;
}

export interface FollowOptions {
  readonly readRequest: ReadRequest;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly limitInMilliseconds: number;
  readonly pollInMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Watches a request until every indicator has its terminal status or the time is over,
 * and yields each change as it is seen.
 */
export async function* followRequest(
  requestId: RequestId,
  options: FollowOptions,
): AsyncGenerator<StatusChange, void> {
  const paths = new Map<string, readonly IndicatorStatus[]>();
  const deadline = options.clock.now().getTime() + options.limitInMilliseconds;
  while (true) {
    const state = await options.readRequest(requestId);
    yield* changesSince(paths, state, options.clock.now());
    if (isSettled(state) || options.clock.now().getTime() >= deadline) return;
    await options.sleep(options.pollInMilliseconds, options.signal);
  }
}

/** Compares an answer with the paths seen so far, extends them, and tells what is new. */
function changesSince(
  paths: Map<string, readonly IndicatorStatus[]>,
  state: RequestState,
  seenAt: Date,
): StatusChange[] {
  return state.indicators.flatMap(({ value, type, status, reason }) => {
    const before = paths.get(value) ?? [];
    if (before.at(-1) === status) return [];
    const path = [...before, status];
    paths.set(value, path);
    return [{ value, type, path, reason, seenAt }];
  });
}

/** Whether nothing in this request will change any more without a person. */
export function isSettled(state: RequestState): boolean {
  return (
    state.status !== 'pending' &&
    state.indicators.every(({ status }) => status === 'held' || isTerminal(status))
  );
}

const terminal: ReadonlySet<IndicatorStatus> = new Set(terminalStatuses);

/** Whether a status is one that an indicator ends in. */
export function isTerminal(status: IndicatorStatus): boolean {
  return terminal.has(status);
}
