import {
  type ExtractedIndicators,
  type ExtractedKind,
  extractedKinds,
} from '#shared/iocs/extract/extracted-indicators.ts';

const headings: Record<ExtractedKind, string> = {
  domains: 'Domains',
  urls: 'URLs',
  ipv4: 'IPv4 addresses',
  ipv6: 'IPv6 addresses',
  cidrs: 'Networks',
  hashes: 'File hashes',
  emails: 'Mail addresses',
};

/** What was found, for people: a heading with a count for each kind, and its values below. */
export function describeIndicators(indicators: ExtractedIndicators): readonly string[] {
  const lines = extractedKinds
    .filter((kind) => indicators[kind].length > 0)
    .flatMap((kind) => [
      `${headings[kind]} (${indicators[kind].length})`,
      ...indicators[kind].map((value) => `  ${value}`),
    ]);
  return lines.length > 0 ? lines : ['No indicators.'];
}
