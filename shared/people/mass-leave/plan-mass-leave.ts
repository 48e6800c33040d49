import type { OffboardRequest } from '../lifecycle/lifecycle-request.ts';
import { WaitingLeavers } from './waiting-leavers.ts';

/** When one leaver is worked on. */
export interface LeaverTurn {
  readonly request: OffboardRequest;
  /** Not before it is due, and not before the one before is finished. */
  readonly startsAt: Date;
  /** When it is finished at the latest. */
  readonly endsBy: Date;
}

/** Who is worked on when, and when all of it is done. */
export interface MassLeavePlan {
  /** In the order of work. */
  readonly turns: readonly LeaverTurn[];
  /** `undefined` when nobody leaves. */
  readonly doneBy: Date | undefined;
}

/** What working on leavers costs. */
export interface LeaverPace {
  /** The first moment at which somebody may be worked on. */
  readonly startsAt: Date;
  /** Requests that one leaver takes at the most. */
  readonly requestsPerLeaver: number;
  /** From one request to the next: the gap that keeps within the rate limits, and the longest an answer takes. */
  readonly millisecondsPerRequest: number;
}

/**
 * Spreads leavers over the time that the rate limits leave, one after the other: of those who are due the most urgent
 * first, then who has been due for longest. Who comes later or becomes immediate is fitted in by planning anew
 * those who have not begun.
 */
export function planMassLeave(leavers: readonly OffboardRequest[], pace: LeaverPace): MassLeavePlan {
  const turnMilliseconds = pace.requestsPerLeaver * pace.millisecondsPerRequest;
  const waiting = new WaitingLeavers(leavers);
  const turns: LeaverTurn[] = [];
  let time = pace.startsAt.getTime();
  for (;;) {
    const request = waiting.takeMostUrgent(time);
    if (request) {
      turns.push({ request, startsAt: new Date(time), endsBy: new Date(time + turnMilliseconds) });
      time += turnMilliseconds;
      continue;
    }
    const next = waiting.nextDueAt();
    if (next === undefined) return { turns, doneBy: turns.at(-1)?.endsBy };
    time = next;
  }
}
