/**
 * Suffixes of the DNS that are first of all endings of files in what security people write.
 * A name with one of them is a file unless it was disarmed or is called a domain.
 */
const fileEndings: ReadonlySet<string> = new Set(['map', 'md', 'pm', 'ps', 'py', 'rs', 'sh', 'so', 'zip']);

/** Members and fields that programs and logs write with a dot: `user.id`, `process.name`, `window.open`. */
const memberNames: ReadonlySet<string> = new Set([
  'call',
  'data',
  'now',
  'id',
  'name',
  'next',
  'open',
  'properties',
  'target',
]);

/** Suffixes that some files and many hosts have: a host unless the text says that it is a file. */
const sharedEndings: ReadonlySet<string> = new Set([
  'ai',
  'app',
  'bar',
  'bz',
  'cab',
  'cc',
  'docs',
  'dot',
  'foo',
  'in',
  'mov',
  'ms',
  'pl',
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
]);

const fileWords: ReadonlySet<string> = new Set([
  'archive',
  'attachment',
  'binary',
  'created',
  'creates',
  'deleted',
  'deletes',
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
]);

/** Behind these something new begins: `the file came from …`, `the process connects to …`. */
const turningWords: ReadonlySet<string> = new Set(['at', 'by', 'from', 'in', 'on', 'to', 'via', 'with']);

/** What the nearest telling word before a name says that the name is. */
export function calledByWords(nearestFirst: readonly string[]): 'host' | 'file' | undefined {
  for (const word of nearestFirst) {
    if (hostWords.has(word)) return 'host';
    if (fileWords.has(word)) return 'file';
    if (turningWords.has(word)) return undefined;
  }
  return undefined;
}
