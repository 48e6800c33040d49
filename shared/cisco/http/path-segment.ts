import { RefusedInput } from '../../errors/refused-input.ts';

/** What a URL takes for "here" and "up" and leaves out, with everything that they stand for. */
const disappearing = new Set(['', '.', '..']);

/**
 * A value as one segment of a path, encoded. A segment that disappears would turn a call about one thing into a call
 * about all of them, so values that make it disappear are refused.
 * @throws RefusedInput for the empty text, `.`, `..`, and a text that is no well-formed Unicode
 * @see https://url.spec.whatwg.org/#double-dot-path-segment
 */
export function pathSegment(value: string): string {
  if (disappearing.has(value) || !value.isWellFormed()) {
    throw new RefusedInput(
      `${JSON.stringify(value)} cannot be a segment of a path: it must be well-formed text and neither empty nor "." nor "..".`,
    );
  }
  return encodeURIComponent(value);
}
