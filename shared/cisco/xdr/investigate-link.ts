import type { NonEmptyArray } from '../../non-empty.ts';
import type { Observable } from './observable.ts';

/** A link with more characters is refused by some browsers; Cisco's own guide names this number. */
const longestLinkCharacters = 2_083;

/**
 * A link that opens an investigation of the observables in the console, with as many of them as fit; at least one,
 * however long it is. `q` is any text, as one would paste it into the search field.
 *
 * Documented for the console of SecureX. That XDR's console takes the same path and query is inferred.
 * @param consoleUrl see `xdrConsoleUrl`
 * @see https://github.com/CiscoSecurity/sx-00-integration-workflows
 */
export function investigateLink(consoleUrl: URL, observables: NonEmptyArray<Observable>): URL {
  const [first, ...others] = observables;
  let link = linkFor(consoleUrl, [first.value]);
  const values = [first.value];
  for (const { value } of others) {
    values.push(value);
    const longer = linkFor(consoleUrl, values);
    if (longer.href.length > longestLinkCharacters) break;
    link = longer;
  }
  return link;
}

function linkFor(consoleUrl: URL, values: readonly string[]): URL {
  // Not URLSearchParams: it writes a space as "+", which a console that reads the query by itself may keep.
  return new URL(`/investigate?q=${encodeURIComponent(values.join('\n').toWellFormed())}`, consoleUrl);
}
