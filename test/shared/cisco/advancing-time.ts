import type { Clock } from '#shared/time/clock.ts';
import type { Sleep } from '#shared/time/sleep.ts';

/** Time that passes only while somebody sleeps, and then at once. */
export class AdvancingTime implements Clock {
  /** What was slept, in milliseconds, in order. */
  readonly slept: number[] = [];
  #now: number;

  constructor(start = new Date('2026-01-01T08:00:00Z')) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  readonly sleep: Sleep = async (milliseconds, signal) => {
    signal?.throwIfAborted();
    this.slept.push(milliseconds);
    this.pass(milliseconds);
  };
}
