/** Where deciding code learns the time: a port, so that tests stand still or move months ahead. */
export interface Clock {
  /** The present moment. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
