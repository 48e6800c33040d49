/**
 * Finds the items for which the answer is yes, where one question may be asked for many at once: a group that is
 * answered with no is done, one that is answered with yes is asked again in halves. Where few of n are positive this
 * takes few questions, at worst 2n - 1.
 * @param isAnyPositive whether any of the items is positive; asked with at least one, one question at a time
 * @returns the positive items in their order
 */
export async function findPositives<Item>(
  items: readonly Item[],
  isAnyPositive: (items: readonly Item[]) => Promise<boolean>,
): Promise<Item[]> {
  if (items.length === 0 || !(await isAnyPositive(items))) return [];
  if (items.length === 1) return [...items];
  const middle = Math.ceil(items.length / 2);
  const first = await findPositives(items.slice(0, middle), isAnyPositive);
  return [...first, ...(await findPositives(items.slice(middle), isAnyPositive))];
}
