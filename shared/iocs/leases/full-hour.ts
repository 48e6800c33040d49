const hourMilliseconds = 3_600_000;

/** The next full hour, or the instant itself where it is one: leases end then, so that one run releases them together. */
export function fullHourFrom(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / hourMilliseconds) * hourMilliseconds);
}
