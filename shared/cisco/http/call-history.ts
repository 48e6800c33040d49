/** At most so many calls in any span of so many milliseconds. */
export interface CallWindow {
  readonly calls: number;
  readonly milliseconds: number;
}

/**
 * When calls were made, as far back as windows reach. A call counts from its end on: the other side has counted it by
 * then, whenever it arrived there.
 */
export class CallHistory {
  readonly #windows: readonly CallWindow[];
  /** Milliseconds since 1970, in order. */
  #times: number[];

  constructor(windows: readonly CallWindow[], times: readonly number[] = []) {
    this.#windows = windows;
    this.#times = times.toSorted((one, other) => one - other);
  }

  /** To be kept for whoever calls next. */
  get times(): readonly number[] {
    return this.#times;
  }

  /** Notes a call that ended just now. */
  note(at: number): void {
    const longest = Math.max(...this.#windows.map(({ milliseconds }) => milliseconds));
    this.#times = [...this.#times.filter((time) => time > at - longest), at];
  }

  /** From when on the next call keeps within every window; it may be past. */
  nextAt(): number {
    const ends = this.#windows.map(({ calls, milliseconds }) => {
      const oldest = this.#times.at(-calls);
      return oldest === undefined ? 0 : oldest + milliseconds;
    });
    return Math.max(0, ...ends);
  }
}
