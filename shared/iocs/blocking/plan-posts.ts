import type { NonEmptyArray } from '../../non-empty.ts';
import type { PendingEntry } from './open-post.ts';

/**
 * A post is written down in one row of the table before it is sent; a row takes 400 KB, and is a little smaller than
 * its JSON. 500 names fit in.
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
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    const current = posts.at(-1);
    if (current && current.length < mostPerPost && bytes + size <= mostBytesPerPost) {
      current.push(entry);
      bytes += size;
    } else {
      posts.push([entry]);
      bytes = size;
    }
  }
  return posts;
}
