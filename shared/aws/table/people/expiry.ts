const daysKept = 400;

/** How long it is known what became of a person: a year, and what the next yearly review takes. In seconds since 1970. */
export function expiryEpochSeconds(endedAt: Date): number {
  return Math.floor(endedAt.getTime() / 1_000) + daysKept * 86_400;
}
