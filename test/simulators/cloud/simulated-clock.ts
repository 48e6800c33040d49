import type { Clock } from '#shared/time/clock.ts';

/** Runs beside another clock and can be set ahead of it, so that an hour's token expires at once. */
export class SimulatedClock implements Clock {
  readonly #base: Clock;
  #aheadMilliseconds = 0;

  constructor(base: Clock) {
    this.#base = base;
  }

  now(): Date {
    return new Date(this.#base.now().getTime() + this.#aheadMilliseconds);
  }

  /** Moves ahead; the simulated time never goes back except by {@link reset}. */
  advance(seconds: number): void {
    this.#aheadMilliseconds += seconds * 1_000;
  }

  /** Returns to the base clock. */
  reset(): void {
    this.#aheadMilliseconds = 0;
  }
}
