import { plainLine } from '../../approvals/plain-line.ts';

/** Longest line of a message: parts of it were chosen by senders and platforms. */
const longestLine = 300;

/** Text from outside as one harmless line. */
export function line(text: string): string {
  return plainLine(text, longestLine);
}
