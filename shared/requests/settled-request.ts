import type { Clock } from '../time/clock.ts';
import type { Sleep } from '../time/sleep.ts';
import type { ConfiguredPlaces } from './configured-places.ts';
import type { RequestId } from './request-id.ts';
import type { RequestReader } from './request-reader.ts';
import { type RequestView, requestView } from './request-view.ts';

/** The longest that a sender may wait: the API ends a call after 29 s, and before the wait comes the work. */
export const longestWaitSeconds = 25;

/** Between two looks, in milliseconds: a verdict from memory is there at once, others take seconds. */
const firstPauseMilliseconds = 250;
const pauseGrowth = 2;
const longestPauseMilliseconds = 1_000;

export interface SettledRequestPorts {
  readonly requests: RequestReader;
  readonly places: ConfiguredPlaces;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Told of what goes wrong while looking. */
  readonly report: (error: unknown) => void;
}

/**
 * Looks at a request again and again until nothing in it waits for a worker any more.
 * @returns what has become of it; `undefined` when it is still pending at `until`. Never rejects: whether we can look
 *   says nothing about the request, which was accepted.
 */
export async function settledRequest(
  requestId: RequestId,
  until: Date,
  { requests, places, clock, sleep, report }: SettledRequestPorts,
): Promise<RequestView | undefined> {
  const millisecondsLeft = () => until.getTime() - clock.now().getTime();
  let pause = firstPauseMilliseconds;
  while (millisecondsLeft() > pause) {
    await sleep(pause);
    const view = await viewNow(AbortSignal.timeout(Math.max(1, millisecondsLeft())));
    if (view && view.status !== 'pending') return view;
    pause = Math.min(pause * pauseGrowth, longestPauseMilliseconds);
  }
  return undefined;

  async function viewNow(signal: AbortSignal): Promise<RequestView | undefined> {
    try {
      const request = await requests.read(requestId, signal);
      return request && requestView(request, places);
    } catch (error) {
      report(error);
      return undefined;
    }
  }
}
