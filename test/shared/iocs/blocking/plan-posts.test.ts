import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionNameSchema } from '#shared/config/names.ts';
import { groupEntries } from '#shared/iocs/blocking/entry-group.ts';
import type { PendingEntry } from '#shared/iocs/blocking/open-post.ts';
import { planPosts } from '#shared/iocs/blocking/plan-posts.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

function entry(value: string): PendingEntry {
  return {
    indicator: { type: 'url', value: indicatorValueSchema.parse(value) },
    comment: 'test',
    reports: [{ requestId: deriveRequestId('test', '1'), reportedAt: '2026-11-22T03:00:00.000Z' }],
    leaseUntil: '2026-12-22T03:00:00.000Z',
  };
}

const entries = (count: number, valueLength = 20) =>
  Array.from({ length: count }, (_, index) => entry(`${index}`.padStart(valueLength, 'x')));

/** What a post takes in its row, as JSON. */
function writtenBytes(post: readonly PendingEntry[]): number {
  return Buffer.byteLength(JSON.stringify(groupEntries(post)));
}

describe('a plan of posts', () => {
  it.each([
    { count: 0, posts: 0 },
    { count: 1, posts: 1 },
    { count: 500, posts: 1 },
    { count: 501, posts: 2 },
    { count: 1_000, posts: 2 },
    { count: 5_000, posts: 10 },
  ])('has $posts posts for $count usual entries', ({ count, posts }) => {
    expect(planPosts(entries(count), 500)).toHaveLength(posts);
  });

  it('has one post for 500 names with a long comment, source and ticket', () => {
    const [report] = entry('a').reports;
    const told = {
      ...report,
      connection: connectionNameSchema.parse('c'.repeat(20)),
      source: 's'.repeat(60),
    };
    const verbose = entries(500, 40).map((each) => ({
      ...each,
      comment: 'c'.repeat(255),
      reports: [{ ...told, ticket: 't'.repeat(30) }] satisfies PendingEntry['reports'],
    }));
    expect(planPosts(verbose, 500)).toHaveLength(1);
  });

  it('keeps a post of long URLs small enough to be written down first', () => {
    const posts = planPosts(entries(500, 2_048), 500);
    expect(posts.length).toBeGreaterThan(2);
    for (const post of posts) expect(writtenBytes(post)).toBeLessThan(400_000);
  });

  it('has one post for 4,000 addresses of one request, where the destination takes them', () => {
    const posts = planPosts(
      Array.from({ length: 4_000 }, (_, index) => ({
        ...entry('x'),
        indicator: {
          type: 'ipv4' as const,
          value: indicatorValueSchema.parse(`103.27.${index >> 8}.${index & 255}`),
        },
        comment: 'c'.repeat(255),
      })),
      15_000,
    );
    expect(posts.map((post) => post.length)).toEqual([4_000]);
    expect(writtenBytes(posts.flat())).toBeLessThan(110_000);
  });

  it('counts what each entry has of its own: 600 requests of one indicator each', () => {
    const own = entries(600).map((each, index) => ({ ...each, comment: `${index}`.padStart(255, 'c') }));
    const posts = planPosts(own.concat(own), 15_000);
    for (const post of posts) expect(writtenBytes(post)).toBeLessThan(400_000);
  });

  it('loses, repeats and reorders nothing, whatever the sizes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (lengths, most) => {
          const all = lengths.map((length, index) => entry(`${index}:${'y'.repeat(length)}`));
          const posts = planPosts(all, most);
          expect(posts.flat()).toEqual(all);
          expect(posts.every((post) => post.length >= 1 && post.length <= most)).toBe(true);
        },
      ),
    );
  });
});
