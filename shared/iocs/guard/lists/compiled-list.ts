import { z } from 'zod';
import { guardListFormats } from '../../../config/guard.ts';

/** A published list as it is kept after it was fetched and read. */
export const compiledListSchema = z.object({
  version: z.literal(1),
  /** Its key in `guard.lists` of the configuration. */
  name: z.string(),
  /** How it was fetched: a list that is fetched in another way is another list. */
  url: z.string(),
  format: z.enum(guardListFormats),
  mostEntries: z.int().positive(),
  fetchedAt: z.iso.datetime(),
  names: z.array(z.string()),
  /** Networks and single addresses. */
  networks: z.array(z.string()),
});

export type CompiledList = z.infer<typeof compiledListSchema>;

export function entryCount({ names, networks }: Pick<CompiledList, 'names' | 'networks'>): number {
  return names.length + networks.length;
}
