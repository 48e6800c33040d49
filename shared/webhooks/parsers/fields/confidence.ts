import { textOf } from './texts-of.ts';

/** What STIX calls the "none, low, medium, high" scale; a few senders use its words. */
const words = new Map([
  ['none', 0],
  ['unknown', 0],
  ['low', 15],
  ['medium', 50],
  ['moderate', 50],
  ['high', 85],
]);

/**
 * A confidence from 0 to 100, written as number or in words.
 * @see https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_1v6elyto0uqg
 */
export function confidence(field: unknown): number | undefined {
  const text = textOf(field)?.toLowerCase();
  if (text === undefined) return undefined;
  const number = words.get(text) ?? Number(text.replace(/\s?%$/, ''));
  return number >= 0 && number <= 100 ? number : undefined;
}
