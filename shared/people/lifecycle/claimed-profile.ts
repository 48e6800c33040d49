import { plainLine } from '../../approvals/plain-line.ts';
import { type ProfileName, profileNameSchema } from '../../config/names.ts';
import { type Refusal, refusal } from './change-reading.ts';
import type { ReadingContext } from './reading-context.ts';

/** The profile of a joiner: the one that is told, by any of its names, or else the usual one of the source. */
export function claimedProfile(
  { profile: told }: { readonly profile?: string | undefined },
  { settings: { profiles }, source }: ReadingContext,
): { readonly profile: ProfileName } | Refusal {
  if (!told) {
    return source.profile
      ? { profile: source.profile }
      : refusal(
          'profile-missing',
          `No profile is told, and the source has no usual one. Allowed: ${Object.keys(profiles).join(', ')}.`,
        );
  }
  const wanted = told.toLowerCase();
  const found = Object.entries(profiles).find(
    ([name, { alsoKnownAs }]) =>
      name === wanted || alsoKnownAs.some((other) => other.toLowerCase() === wanted),
  );
  return found
    ? // `Object.entries` forgets the brand of the keys.
      { profile: profileNameSchema.parse(found[0]) }
    : refusal(
        'profile-unknown',
        `No profile is called ${JSON.stringify(plainLine(told, 60))}. Use one of ${Object.keys(profiles).join(', ')}, or add the name to alsoKnownAs of a profile.`,
      );
}
