import { dueAt } from '../lifecycle/effective-time.ts';
import type { OffboardRequest } from '../lifecycle/lifecycle-request.ts';

/** Who goes first of those who are due: those to be cut off at once, those who go against their will, all others. */
const urgencies = ['immediate', 'involuntary', 'usual'] as const;
type Urgency = (typeof urgencies)[number];

/** Leavers who have not begun, by due time and urgency. */
export class WaitingLeavers {
  readonly #upcoming: readonly OffboardRequest[];
  #upcomingFrom = 0;
  readonly #due: Readonly<Record<Urgency, OffboardRequest[]>> = { immediate: [], involuntary: [], usual: [] };

  constructor(leavers: readonly OffboardRequest[]) {
    this.#upcoming = leavers.toSorted(byDueTime);
  }

  /** Takes out the most urgent of those who are due at a moment, in milliseconds since 1970. Time only goes on. */
  takeMostUrgent(at: number): OffboardRequest | undefined {
    this.#admit(at);
    for (const urgency of urgencies) {
      const request = this.#due[urgency].shift();
      if (request) return request;
    }
    return undefined;
  }

  #admit(at: number): void {
    for (;;) {
      const next = this.#upcoming[this.#upcomingFrom];
      if (!next || dueAt(next.effective).getTime() > at) return;
      this.#due[urgencyOf(next)].push(next);
      this.#upcomingFrom += 1;
    }
  }

  /** When the next becomes due of whom nobody is yet; `undefined` when there is nobody more. */
  nextDueAt(): number | undefined {
    const next = this.#upcoming[this.#upcomingFrom];
    return next && dueAt(next.effective).getTime();
  }
}

/** By the address where the time is the same, so that the same leavers are always planned alike. */
function byDueTime(one: OffboardRequest, other: OffboardRequest): number {
  const apart = dueAt(one.effective).getTime() - dueAt(other.effective).getTime();
  return apart || (one.email < other.email ? -1 : 1);
}

function urgencyOf({ effective, departure }: OffboardRequest): Urgency {
  if (effective.kind === 'immediate') return 'immediate';
  return departure === 'involuntary' ? 'involuntary' : 'usual';
}
