import { z } from 'zod';
import type { FirewallManagerClient } from './authorised-client.ts';

/**
 * Everything that a list holds, page by page. The query language is not used to narrow it down: which fields it knows
 * is not documented, and what a query misses would count as gone.
 * @param path without query: `v1/users`
 * @param largestPage the most that this list gives at once
 * @throws GiveUp when a page cannot be understood
 */
export async function readPages<Item>(
  client: FirewallManagerClient,
  path: string,
  item: z.ZodType<Item>,
  largestPage: number,
): Promise<Item[]> {
  const pageSchema = z.object({ count: z.int().nonnegative().optional(), items: z.array(item) });
  const read: Item[] = [];
  for (;;) {
    const call = {
      method: 'GET',
      path: `${path}?limit=${largestPage}&offset=${read.length}`,
      repetition: 'repeatable',
      expected: [200],
    } as const;
    const { items, count = Number.POSITIVE_INFINITY } = await client.send(call, pageSchema);
    read.push(...items);
    if (items.length === 0 || read.length >= count) return read;
  }
}
