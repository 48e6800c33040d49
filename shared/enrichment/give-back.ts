import { giveBack } from '../iocs/blocking/conclude-commands.ts';
import type { EnrichResult } from './enrich-command.ts';

/** Messages that wait for the same moment come back within this share of their wait after it, */
const spread = 0.05;

/** and within this time, in seconds. */
const longestSpreadSeconds = 60;

/**
 * Gives a message back to the queue for as long as the cause asks, and a little longer: when the end of a pause comes,
 * not all that wait for it call at once.
 * @param random between 0 and 1
 */
export function giveBackSpread(
  command: { readonly messageId: string },
  cause: unknown,
  random: number,
): Extract<EnrichResult, { kind: 'return' }> {
  const back = giveBack(command, cause);
  const jitterSeconds = Math.min(longestSpreadSeconds, back.retryAfterSeconds * spread) * random;
  return { ...back, retryAfterSeconds: back.retryAfterSeconds + jitterSeconds };
}
