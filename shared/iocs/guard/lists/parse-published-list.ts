import { getDomain } from 'tldts';
import { z } from 'zod';
import type { GuardSettings } from '../../../config/guard.ts';
import { RefusedInput } from '../../../errors/refused-input.ts';
import { recogniseAddress, recogniseNetwork } from '../../parsing/address.ts';
import { recogniseDomain } from '../../parsing/domain.ts';

/** What a published list names. */
export interface PublishedPlaces {
  readonly names: readonly string[];
  readonly networks: readonly string[];
  /** Entries that are neither name, address nor network, or would cover too much. */
  readonly skipped: number;
}

type ListSettings = GuardSettings['lists'][string];

/** @see https://github.com/MISP/misp-warninglists */
const warninglistSchema = z.object({
  type: z.enum(['cidr', 'hostname', 'string', 'substring', 'regex']),
  list: z.array(z.string()),
});

/**
 * Reads a published list. Top-level domains and public suffixes, which rankings of DNS queries have near their top,
 * are left out: everything would lie below them.
 * @throws RefusedInput when it is not of its format, or nothing in it can be used
 */
export function parsePublishedList(
  text: string,
  { format, mostEntries }: Pick<ListSettings, 'format' | 'mostEntries'>,
): PublishedPlaces {
  const entries = entriesOf(text, format).slice(0, mostEntries);
  const names = new Set<string>();
  const networks = new Set<string>();
  let skipped = 0;
  for (const entry of entries) {
    const network = (recogniseAddress(entry) ?? recogniseNetwork(entry))?.value;
    const name = network === undefined ? recogniseDomain(entry.replace(/^(?:\*?\.)?/, '')) : undefined;
    if (network !== undefined && !isTooWide(network)) networks.add(network);
    else if (name !== undefined && hasOneHolder(name)) names.add(name);
    else skipped += 1;
  }
  if (names.size + networks.size === 0) {
    throw new RefusedInput(
      `None of the ${entries.length} entries is a domain, an address or a network. Look at the url and the format (${format}) of the list.`,
    );
  }
  return { names: [...names], networks: [...networks], skipped };
}

function entriesOf(text: string, format: ListSettings['format']): string[] {
  switch (format) {
    case 'ranked-csv':
      return linesOf(text).flatMap(rankedName);
    case 'plain':
      return linesOf(text);
    case 'misp-warninglist':
      return warninglistEntries(text);
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const entry = line.replace(/[#;].*/, '').trim();
    return entry === '' ? [] : [entry];
  });
}

/** A million lines of two fields without quotes: a reader of CSV would take many times as long. A heading has no rank. */
function rankedName(line: string): string[] {
  const [rank = '', name = ''] = line.split(',', 2);
  return /^\d+$/.test(rank) ? [name.trim()] : [];
}

function warninglistEntries(text: string): string[] {
  const parsed = warninglistSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new RefusedInput('It is no warninglist of MISP. Expected JSON with the members type and list.');
  }
  const { type, list } = parsed.data;
  if (type !== 'regex') return list;
  throw new RefusedInput(
    'It is a warninglist of regular expressions, which the guard does not run. Take it out of guard.lists.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The host is known to be a name, so nothing has to be cut out of it. */
const asPlainHostname = { allowPrivateDomains: true, extractHostname: false, validateHostname: false };

function hasOneHolder(name: string): boolean {
  return getDomain(name, asPlainHostname) !== null;
}

/** A /8 is the most that was ever given to one holder; whatever is wider is a mistake that would hold the internet. */
function isTooWide(network: string): boolean {
  const slash = network.indexOf('/');
  return slash >= 0 && Number(network.slice(slash + 1)) < (network.includes(':') ? 16 : 8);
}
