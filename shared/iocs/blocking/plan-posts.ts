import type { NonEmptyArray } from '../../non-empty.ts';
import { GroupedSize } from './entry-group.ts';
import type { PendingEntry } from './open-post.ts';

/**
 * A post is written down in one row of the table before it is sent; a row takes 400 KB, and is a little smaller than
 * its JSON. What entries share is written down once: 4,000 addresses of one webhook fit in.
 */
const mostBytesPerPost = 390_000;

/**
 * Cuts entries into the fewest posts, in order: each as full as the destination and the journal allow.
 * 1,000 usual indicators at 500 a post are exactly two.
 */
export function planPosts(
  entries: readonly PendingEntry[],
  mostPerPost: number,
): NonEmptyArray<PendingEntry>[] {
  const posts: [PendingEntry, ...PendingEntry[]][] = [];
  let size = new GroupedSize();
  for (const entry of entries) {
    const current = posts.at(-1);
    if (current && current.length < mostPerPost && size.with(entry) <= mostBytesPerPost) current.push(entry);
    else {
      posts.push([entry]);
      size = new GroupedSize();
    }
    size.add(entry);
  }
  return posts;
}
