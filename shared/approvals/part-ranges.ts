/** `[0, 1, 2, 7]` → `0-2_7`: parts of a request are mostly neighbours, and a link should be short. */
export function formatPartRanges(parts: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const part of [...new Set(parts)].toSorted((one, other) => one - other)) {
    const range = ranges.at(-1);
    if (range && part === range.last + 1) range.last = part;
    else ranges.push({ first: part, last: part });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join('_');
}

/** @returns `undefined` where the text is not one of {@link formatPartRanges}, or names more than `most` parts. */
export function parsePartRanges(text: string, most: number): number[] | undefined {
  const parts: number[] = [];
  for (const range of text.split('_')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range);
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last - first >= most - parts.length) return undefined;
    for (let part = first; part <= last; part++) parts.push(part);
  }
  return formatPartRanges(parts) === text ? parts : undefined;
}
