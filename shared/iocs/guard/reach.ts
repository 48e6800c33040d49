import type { Indicator } from '../indicator.ts';

/**
 * How much of its host an indicator would block.
 *
 * - `host`: all of it. A URL without a path is its host.
 * - `page`: what lies below a path.
 * - `query`: a URL whose only difference from its host is a query. Nobody promises that the query counts.
 */
export type Reach = 'host' | 'page' | 'query';

/** Slashes alone, or the page that a server gives when it is asked for none. */
const noPathOfItsOwn = /^\/*(?:(?:index|default|home)(?:\.[a-z0-9]{2,5})?)?\/*$/i;

/** @throws TypeError when a URL is none, which cannot be if it came from `parseIndicator`. */
export function reachOf({ type, value }: Indicator): Reach {
  if (type !== 'url') return 'host';
  const { pathname, search } = new URL(value);
  if (!noPathOfItsOwn.test(pathname)) return 'page';
  return search === '' ? 'host' : 'query';
}
