/**
 * Suffixes of the DNS that are first of all endings of files, bundles or program text in what security people write.
 * A name with one of them is a file unless it was disarmed or is called a domain.
 */
const fileEndings: ReadonlySet<string> = new Set([
  'cc',
  'java',
  'la',
  'md',
  'mk',
  'ml',
  'mm',
  'pl',
  'pm',
  'ps',
  'py',
  'rs',
  'sc',
  'sh',
  'so',
  'tf',
  'vi',
  'zip',
]);

/** Members and fields that programs and logs write with a dot: `user.id`, `process.name`, `window.open`. */
const memberNames: ReadonlySet<string> = new Set([
  'call',
  'data',
  'domains',
  'id',
  'here',
  'host',
  'map',
  'name',
  'next',
  'open',
  'properties',
  'target',
  'zone',
]);

/** Suffixes that both files and many hosts have: a host unless the text speaks of a file. */
const sharedEndings: ReadonlySet<string> = new Set([
  'ai',
  'app',
  'bar',
  'bin',
  'bz',
  'cab',
  'com',
  'docs',
  'dot',
  'foo',
  'in',
  'mov',
  'ms',
  'ws',
]);

export type Likelihood = 'host' | 'host-unless-called-a-file' | 'file-unless-called-a-host';

/** What a name is by its public suffix alone. */
export function likelihoodOf(publicSuffix: string): Likelihood {
  if (fileEndings.has(publicSuffix) || memberNames.has(publicSuffix)) return 'file-unless-called-a-host';
  return sharedEndings.has(publicSuffix) ? 'host-unless-called-a-file' : 'host';
}

const hostWords: ReadonlySet<string> = new Set([
  'domain',
  'domains',
  'fqdn',
  'hostname',
  'hostnames',
  'nameserver',
  'subdomain',
  'subdomains',
  'website',
  'websites',
  'resolve',
  'resolved',
  'resolves',
  'resolving',
  'from',
  'visit',
  'visited',
]);

const fileWords: ReadonlySet<string> = new Set([
  'archive',
  'attachment',
  'binary',
  'command',
  'created',
  'creates',
  'delete',
  'deleted',
  'deletes',
  'drop',
  'dropped',
  'dropper',
  'drops',
  'executable',
  'execute',
  'executed',
  'executes',
  'file',
  'filename',
  'files',
  'installer',
  'launches',
  'macro',
  'named',
  'process',
  'renamed',
  'run',
  'runs',
  'saved',
  'script',
  'scripts',
  'unpacks',
  'writes',
  'written',
]);

/** What the nearest telling word before a name says the name is. */
export function calledByWords(nearestFirst: readonly string[]): 'host' | 'file' | undefined {
  for (const word of nearestFirst) {
    if (hostWords.has(word)) return 'host';
    if (fileWords.has(word)) return 'file';
  }
  return undefined;
}
