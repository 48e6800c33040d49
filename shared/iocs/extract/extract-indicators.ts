import { type ExtractedIndicators, Findings, type Found } from './extracted-indicators.ts';
import { readIpv6 } from './hosts/read-ipv6.ts';
import { readMailAddresses } from './read-mail-addresses.ts';
import { readNames } from './read-names.ts';
import { type Reader, readInTurn } from './reader.ts';
import { rearmText } from './rearm-text.ts';
import { readUrls } from './urls/read-urls.ts';
import { visitWords, type Word } from './words.ts';

/**
 * Takes the indicators out of running text: reports, tickets, mails, chat.
 *
 * 1. What was disarmed is armed again (`hxxp`, `[.]`, `(at)` …), and marked as having been disarmed.
 * 2. The text is cut into words; those without a dot, colons or the length of a hash are passed over.
 * 3. Each other word is read: URLs first, then mail addresses, IPv6, and last names, IPv4 and hashes, each reader
 *    looking at what those before it have left. What surrounds a name decides whether it is a host, a file,
 *    a version, a commit.
 *
 * A wrong indicator is an outage and a missing one is not, so what cannot be told is left out.
 * A value is never widened: the host of a URL is no domain, that of a mail address neither.
 * Never throws; takes time linear in the text's length.
 */
export function extractIndicators(text: string): ExtractedIndicators {
  const findings = new Findings();
  const report = (found: Found) => findings.add(found);
  const armed = rearmText(text);
  visitWords(armed, (word) => readInTurn(readersFor(word), armed, word, report));
  return findings.inOrder();
}

const namesOnly: readonly Reader[] = [readNames];

/** Only the readers that can find something: each would look through the whole word. */
function readersFor({ hasSlashes, hasAt, hasColons }: Word): readonly Reader[] {
  if (!hasSlashes && !hasAt && !hasColons) return namesOnly;
  const readers: Reader[] = [];
  if (hasSlashes) readers.push(readUrls);
  if (hasAt) readers.push(readMailAddresses);
  if (hasColons) readers.push(readIpv6);
  readers.push(readNames);
  return readers;
}
