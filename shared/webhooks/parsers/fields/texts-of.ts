/** The texts in a field: one, an array of them, or lines. Numbers and objects are no texts. */
export function textsOf(field: unknown): string[] {
  const texts: readonly unknown[] = Array.isArray(field) ? field.flat(2) : [field];
  return texts
    .filter((text) => typeof text === 'string')
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** A text or a number as one text, without white space around it; `undefined` for all else and for nothing. */
export function textOf(field: unknown): string | undefined {
  if (typeof field === 'number' && Number.isFinite(field)) return String(field);
  return (typeof field === 'string' && field.trim()) || undefined;
}
