export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly retryAfterSeconds: number };

/** At most so many requests in any run of so many seconds. */
export interface Window {
  readonly requests: number;
  readonly seconds: number;
}

/** Counts admitted requests over sliding windows; a refused request is discarded and not counted. */
export class SlidingWindows {
  /** Milliseconds of each admitted request, oldest first. */
  readonly #admitted = new Map<string, number[]>();

  /** @param counter what is counted together */
  admit(counter: string, windows: readonly Window[], now: Date): Admission {
    const present = now.getTime();
    const longest = Math.max(...windows.map((window) => window.seconds));
    const times = this.#within(counter, longest, present);
    this.#admitted.set(counter, times);

    const waits = windows.map(({ requests, seconds }) => {
      // In a full window, this is the request that has to grow old before another one fits.
      const blocking = times.at(-requests);
      return blocking === undefined ? 0 : blocking + seconds * 1_000 - present;
    });
    const waitMilliseconds = Math.max(...waits);
    if (waitMilliseconds > 0) {
      return { admitted: false, retryAfterSeconds: Math.ceil(waitMilliseconds / 1_000) };
    }
    times.push(present);
    return { admitted: true };
  }

  /** How many were admitted in the last seconds. */
  count(counter: string, seconds: number, now: Date): number {
    return this.#within(counter, seconds, now.getTime()).length;
  }

  clear(): void {
    this.#admitted.clear();
  }

  #within(counter: string, seconds: number, present: number): number[] {
    return (this.#admitted.get(counter) ?? []).filter(
      // After a reset of the clock, what was counted ahead of it no longer counts.
      (time) => time > present - seconds * 1_000 && time <= present,
    );
  }
}
