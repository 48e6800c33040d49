import { isIP } from 'node:net';
import type { Observable } from './observable.ts';

const hashTypes = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
]);

/**
 * What inspect finds in a text: addresses, names, links and hashes as they stand, each once. How the real one reads
 * disarmed text is not documented; here it finds nothing in it.
 */
export function recogniseObservables(text: string): readonly Observable[] {
  const found = text
    .split(/[\s,;"'<>()[\]]+/)
    .map((word) => word.replace(/[.:!?]+$/, ''))
    .flatMap((word) => {
      const type = typeOf(word);
      return type === undefined ? [] : [{ type, value: word }];
    });
  return [...new Map(found.map((observable) => [observable.value, observable])).values()];
}

function typeOf(word: string): string | undefined {
  const version = isIP(word);
  if (version !== 0) return version === 4 ? 'ip' : 'ipv6';
  if (/^[0-9a-f]+$/i.test(word) && hashTypes.has(word.length)) return hashTypes.get(word.length);
  if (/^https?:\/\/\S+$/i.test(word)) return 'url';
  if (/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(word)) return 'email';
  return /^([a-z0-9-]+\.)+[a-z]{2,}$/i.test(word) ? 'domain' : undefined;
}
