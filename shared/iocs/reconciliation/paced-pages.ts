import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';

/**
 * The same pages, each asked for no sooner than `leastMillisecondsPerPage` after the one before.
 * The API's hourly limit is shared with the block worker, which must not have to wait for a nightly comparison.
 */
export async function* pacedPages<Page>(
  pages: AsyncIterable<Page>,
  options: { leastMillisecondsPerPage: number; clock: Clock; sleep: Sleep },
): AsyncGenerator<Page> {
  const { leastMillisecondsPerPage, clock, sleep } = options;
  let askedAt = clock.now().getTime();
  for await (const page of pages) {
    yield page;
    const restMilliseconds = askedAt + leastMillisecondsPerPage - clock.now().getTime();
    if (restMilliseconds > 0) await sleep(restMilliseconds);
    askedAt = clock.now().getTime();
  }
}
