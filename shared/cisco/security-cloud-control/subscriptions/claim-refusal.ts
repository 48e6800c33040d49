import { RefusedInput } from '../../../errors/refused-input.ts';
import type { PlatformRefusal } from '../platform-refusal.ts';

/** What the platform's words speak of. They are not documented, so all that fits is looked for. */
const causes: readonly { readonly words: RegExp; readonly advice: string }[] = [
  {
    words: /expired|expiry|no longer valid/i,
    advice: 'It has expired: ask whoever sold the subscription for a new claim code and store that instead.',
  },
  {
    words: /already|redeemed|\bused\b|claimed/i,
    advice:
      "It was used before, and a claim code works once: look for the subscription in the console, in this organisation and in the manager's. If it is in the wrong one, only Cisco's support can move it; else ask for a new claim code and store that instead.",
  },
  {
    words: /region/i,
    advice: 'A product cannot be in the region that was asked for: choose one that the message names.',
  },
];

const usualAdvice =
  'Compare the stored claim code with what you were given, letter by letter; if it is the same, ask whoever sold the subscription whether it was used or has expired.';

/** What a person has to do about a claim code that the platform refused. The code itself is never named. */
export function claimRefusal({ status, said }: PlatformRefusal): RefusedInput {
  const advice = causes.find(({ words }) => words.test(said))?.advice ?? usualAdvice;
  return new RefusedInput(`The claim code was not accepted: ${status}: ${said}. ${advice}`);
}
