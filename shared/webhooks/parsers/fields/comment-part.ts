import { textOf } from './texts-of.ts';

/** The longest source and ticket that a list's comment has room for, in characters; the rest is cut off. */
const longestCommentPartCharacters = 100;

/** A name, a title or a ticket as the comment on a list can hold it; `undefined` when there is none. */
export function commentPart(field: unknown): string | undefined {
  // Cut by code points: half of a surrogate pair is no text.
  const text = textOf(field);
  return text === undefined || text.length <= longestCommentPartCharacters
    ? text
    : cutTo(longestCommentPartCharacters, text);
}

function cutTo(mostUnits: number, text: string): string {
  const isPairCut = /[\ud800-\udbff]/.test(text.charAt(mostUnits - 1));
  return text.slice(0, isPairCut ? mostUnits - 1 : mostUnits);
}
