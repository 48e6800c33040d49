import { sha256Of } from '../../http/bearer-token.ts';

/** The same UUID for the same text, always. */
export function uuidOf(text: string): string {
  const hash = sha256Of(text);
  const blocks = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `${blocks.join('-')}-${hash.slice(20, 32)}`;
}
