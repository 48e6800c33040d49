import { type Deployment, failuresUpTo } from './deployment.ts';

const millisecondsPerMinute = 60_000;

/** After failures the wait grows up to a day: what is refused again and again needs a person, not another try. */
const longestWaitMinutes = 24 * 60;

/**
 * The earliest moment of the next deployment to a firewall: an interval after the last was asked for, and after each
 * failure in a row twice the wait before.
 */
export function nextDeploymentAt(last: Deployment, atMostEveryMinutes: number): Date {
  const grown = Math.min(atMostEveryMinutes * 2 ** failuresUpTo(last), longestWaitMinutes);
  const waitMinutes = Math.max(atMostEveryMinutes, grown);
  return new Date(last.askedAt.getTime() + waitMinutes * millisecondsPerMinute);
}
