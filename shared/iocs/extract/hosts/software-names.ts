/** Products, frameworks and name spaces that are spelt like hosts, and stand in reports as what they are. */
const products: ReadonlySet<string> = new Set([
  'ado.net',
  'asp.net',
  'command.com',
  'java.io',
  'java.net',
  'ml.net',
  'paint.net',
  'socket.io',
  'system.io',
  'system.net',
  'vb.net',
]);

/** Words of which anti-virus programs build the names of what they detect: `Trojan.Win32.Agent.ai`. */
const detectionWords: ReadonlySet<string> = new Set([
  'adware',
  'backdoor',
  'downloader',
  'dropper',
  'exploit',
  'gen',
  'hacktool',
  'heur',
  'msil',
  'pua',
  'pup',
  'ransom',
  'riskware',
  'rootkit',
  'spyware',
  'trojan',
  'trojandownloader',
  'trojandropper',
  'virus',
  'w32',
  'w64',
  'win32',
  'win64',
  'worm',
]);

/** First labels of packages, which are named the other way round: `com.vendor.app`, `org.apache.zip`. */
const packageRoots: ReadonlySet<string> = new Set(['com', 'org', 'net', 'edu', 'gov', 'io', 'java', 'javax']);

/** Whether a name in lower case is that of software rather than of a host. */
export function isSoftwareName(name: string): boolean {
  if (products.has(name)) return true;
  const labels = name.split('.');
  const [root = ''] = labels;
  return (labels.length > 2 && packageRoots.has(root)) || labels.some((label) => detectionWords.has(label));
}

/** Nothing in a program is called so, and people write them in any case. */
export const greatSuffixes: ReadonlySet<string> = new Set(['com', 'net', 'org']);

/**
 * Whether a name is written as no host is: `LogLevel.INFO`, `accessLevel.read`; or `hosts.It`, where the space
 * between two sentences is missing.
 */
export function isSpeltLikeProgramText(written: string, publicSuffix: string): boolean {
  const suffix = written.slice(written.lastIndexOf('.') + 1);
  if (/^[A-Z][a-z]+$/.test(suffix)) return true;
  if (greatSuffixes.has(publicSuffix)) return false;
  const isConstant = /^[A-Z]+$/.test(suffix) && /[a-z]/.test(written);
  return isConstant || /(?:^|\.)[a-z]{2,}[A-Z]/.test(written);
}
