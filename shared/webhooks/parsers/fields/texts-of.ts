/** Between the entries of a list that people write: a line's end, or a comma or semicolon with white space behind it. */
const betweenEntries = /\n|[,;]\s+/;

/**
 * The texts in a field: one, an array of them, or a list as people write it. Numbers and objects are no texts.
 * A comma without white space may be part of a URL and does not separate.
 */
export function textsOf(field: unknown): string[] {
  const texts: readonly unknown[] = Array.isArray(field) ? field.flat(2) : [field];
  return texts
    .filter((text) => typeof text === 'string')
    .flatMap((text) => text.split(betweenEntries))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** A text or a number as one text, without white space around it; `undefined` for all else and for nothing. */
export function textOf(field: unknown): string | undefined {
  if (typeof field === 'number' && Number.isFinite(field)) return String(field);
  return (typeof field === 'string' && field.trim()) || undefined;
}
