/** What an address, network or name may consist of: a value counts as named where none of these goes on with it. */
const partOfValue = /[\w.:/-]/;

/**
 * The values that a vendor's text names, where the form in which it would name them is not documented: a value that
 * stands there by itself counts.
 */
export function valuesNamedIn(text: string, values: readonly string[]): string[] {
  return values.filter((value) => isNamed(text, value));
}

function isNamed(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const rest = text.slice(at + value.length, at + value.length + 2);
    // A dot or colon that ends the sentence is no part of the value.
    const goesOn = partOfValue.test(rest[0] ?? ' ') && !/^[.:](\s|$)/.test(rest);
    if (!partOfValue.test(before) && !goesOn) return true;
  }
  return false;
}
