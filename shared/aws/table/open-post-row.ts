import { z } from 'zod';
import { entriesIn, entryGroupSchema, groupEntries } from '../../iocs/blocking/entry-group.ts';
import { type OpenPost, openPostSchema } from '../../iocs/blocking/open-post.ts';

const groupedRowSchema = z.looseObject({ groups: z.array(entryGroupSchema) });

/** A post as its row: what its entries share is written down once, so that thousands fit. */
export function openPostRow({ entries, ...post }: OpenPost): Record<string, unknown> {
  return { ...post, groups: groupEntries(entries) };
}

/** The post of a row; those of earlier versions hold each entry in full. */
export function openPostIn(row: unknown): OpenPost {
  const grouped = groupedRowSchema.safeParse(row);
  if (!grouped.success) return openPostSchema.parse(row);
  const { groups, ...post } = grouped.data;
  return openPostSchema.parse({ ...post, entries: entriesIn(groups) });
}
