/** How long what became of a request can be asked: 90 days. Blocks on a list stay known for as long as they last. */
export const requestRetentionDays = 90;

/** When a row written at `now` may be deleted by the table, in whole seconds since 1970. */
export function requestExpiryEpochSeconds(now: Date): number {
  return Math.floor(now.getTime() / 1000) + requestRetentionDays * 86_400;
}
