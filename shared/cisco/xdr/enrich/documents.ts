import { z } from 'zod';

/** What a module sent of one kind. */
export interface Documents<Document> {
  /** How many it has: may be more than it sent. */
  readonly total: number;
  readonly documents: readonly Document[];
  /** How many of those that it sent are not in the documented form. */
  readonly unreadable: number;
}

/** Reads `{ "count": 1, "docs": [ … ] }`; nothing where a module has none of the kind. */
export function documentsSchema<Document>(
  documentSchema: z.ZodType<Document>,
): z.ZodType<Documents<Document>> {
  return z
    .object({ count: z.number().int().nonnegative().optional().catch(undefined), docs: z.array(z.unknown()) })
    .optional()
    .transform((sent) => {
      const parsed = (sent?.docs ?? []).map((document) => documentSchema.safeParse(document));
      const documents = parsed.flatMap((each) => (each.success ? [each.data] : []));
      return {
        total: Math.max(sent?.count ?? 0, parsed.length),
        documents,
        unreadable: parsed.length - documents.length,
      };
    });
}
