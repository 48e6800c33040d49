import { RefusedInput } from '../../errors/refused-input.ts';

/** The most that one answer of a list holds. */
const itemsPerPage = 500;

/**
 * Reads a list whose answers hold no cursor of the next page. The guide says that the cursor is 1 at first, so it is
 * counted up like a page's number. A page that is refused, or that shows what was shown, ends the attempt.
 * @param query what the list is narrowed to
 * @param readPage one answer's items; RefusedInput says that it does not take the cursor
 * @returns what was found, each item once, and whether it is all, as far as can be told
 * @see https://developer.cisco.com/docs/security-cloud-control/getting-started/
 */
export async function readCursorPages<Item extends { readonly id: string }>(
  readPage: (query: URLSearchParams) => Promise<readonly Item[]>,
  query: Readonly<Record<string, string>> = {},
): Promise<{ readonly items: readonly Item[]; readonly isComplete: boolean }> {
  const found = new Map<string, Item>();
  for (let page = 1; ; page++) {
    const items = await readPageOrNothing(page);
    const isNew = items?.some(({ id }) => !found.has(id)) ?? false;
    for (const item of items ?? []) found.set(item.id, item);
    // A page that is not full ends the list; a full one that repeats another shows that the cursor means nothing.
    const isComplete = items !== undefined && items.length < itemsPerPage;
    if (isComplete || !isNew) return { items: [...found.values()], isComplete };
  }

  async function readPageOrNothing(page: number): Promise<readonly Item[] | undefined> {
    const asked = { max: String(itemsPerPage), ...(page > 1 && { cursor: String(page) }), ...query };
    try {
      return await readPage(new URLSearchParams(asked));
    } catch (error) {
      if (page > 1 && error instanceof RefusedInput) return undefined;
      throw error;
    }
  }
}
