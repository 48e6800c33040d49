import { indicatorKey } from '../indicator.ts';
import type { AddAnswer, BlockDestination, FoundEntry } from './block-destination.ts';
import { type EntryComment, parseEntryComment } from './entry-comment.ts';
import type { EntryId } from './entry-id.ts';
import type { OpenPost, PendingEntry } from './open-post.ts';

/** An entry that stands on the list after a post. */
export interface Landed {
  readonly entry: PendingEntry;
  readonly origin: EntryOrigin;
  readonly entryId?: EntryId;
  /** Why it has no effect, whatever holds for the rest. */
  readonly notEnforcedBecause?: string | undefined;
}

/** Who put an entry on the list. */
export type EntryOrigin =
  /** This post, or one of its tries. */
  | { readonly kind: 'this-post' }
  /** Our own earlier work, as its comment shows, although the ledger knows nothing of it. */
  | { readonly kind: 'earlier-post'; readonly comment: string; readonly written: EntryComment }
  | { readonly kind: 'someone-else' };

/** What a post has done, as far as it had to be found out. */
export interface Landing {
  readonly landed: readonly Landed[];
  /** Not on the list. */
  readonly missing: readonly PendingEntry[];
  readonly entryCount: number | undefined;
  /** Whether the list was searched for the values, so that a repeat need not search again. */
  readonly wasReadBack: boolean;
}

/** `lost`: no answer came, from the call itself or because its worker died. */
export type PostAnswer = AddAnswer | { readonly kind: 'lost' };

/**
 * Finds out what a post has done, with as few requests as certainty allows:
 * none when the count in the answer is the one expected; one for the count when the answer is missing or a refusal;
 * the pages of the list only when the count leaves doubt, or cannot tell which entries have an effect.
 */
export async function findLanding(
  destination: Pick<BlockDestination, 'count' | 'find' | 'takesEffect'>,
  post: OpenPost,
  answer: PostAnswer,
  options: { mayReadBack: boolean } = { mayReadBack: true },
): Promise<Landing> {
  const before = post.entryCountBefore;
  const after = answer.kind === 'accepted' ? answer.entryCount : await destination.count();
  const isCountKnown = before !== undefined && after !== undefined;

  if (isCountKnown && after === before + post.entries.length) {
    if (answer.kind === 'accepted') return all(post, after, answer.notEnforced);
    if (answer.kind === 'lost' && destination.takesEffect === 'at-once') return all(post, after);
  }
  if (isCountKnown && after === before) {
    // Unchanged: a lost post never arrived. A refused one may have been refused for entries that were there already.
    const isExplained = answer.kind === 'refused' && answer.refused.size > 0;
    if (answer.kind === 'lost' || isExplained || !options.mayReadBack) return none(post, after);
  }
  const { entries: found } = await destination.find(
    post.entries.map(({ indicator }) => ({ value: indicator.value })),
  );
  const landed: Landed[] = [];
  const missing: PendingEntry[] = [];
  for (const entry of post.entries) {
    const there = found.get(entry.indicator.value);
    if (!there) missing.push(entry);
    else {
      const { entryId, notEnforcedBecause } = there;
      landed.push({ entry, origin: originOf(there, entry), entryId, notEnforcedBecause });
    }
  }
  return { landed, missing, entryCount: after, wasReadBack: true };
}

function originOf(there: FoundEntry, entry: PendingEntry): EntryOrigin {
  const { comment } = there;
  // Where no comments are kept, what stood there before was looked up and is not in the post.
  if (comment === undefined || comment === entry.comment) return { kind: 'this-post' };
  const written = parseEntryComment(comment);
  return written ? { kind: 'earlier-post', comment, written } : { kind: 'someone-else' };
}

function all(
  post: OpenPost,
  entryCount: number,
  notEnforced: ReadonlyMap<string, string> = new Map(),
): Landing {
  const landed = post.entries.map((entry) => ({
    entry,
    origin: { kind: 'this-post' as const },
    notEnforcedBecause: notEnforced.get(entry.indicator.value),
  }));
  return { landed, missing: [], entryCount, wasReadBack: false };
}

function none(post: OpenPost, entryCount: number): Landing {
  return { landed: [], missing: post.entries, entryCount, wasReadBack: false };
}

/** The entries that a refusal names, with the vendor's reason. */
export function namedRefusals(
  answer: PostAnswer,
  missing: readonly PendingEntry[],
): ReadonlyMap<string, string> {
  if (answer.kind !== 'refused') return new Map();
  const named = new Map<string, string>();
  for (const { indicator } of missing) {
    const reason = answer.refused.get(indicator.value);
    if (reason !== undefined) named.set(indicatorKey(indicator), reason);
  }
  return named;
}
