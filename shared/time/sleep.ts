import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits. A port like the clock, so that tests of a wait take no time.
 * Rejects with the signal's reason when `signal` aborts first.
 */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Waits in real time. */
export const realSleep: Sleep = async (milliseconds, signal) => {
  await delay(milliseconds, undefined, signal ? { signal } : {});
};
