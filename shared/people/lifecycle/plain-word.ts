/** Marks that stand above, below or in letters once they are taken apart. */
const marks = /\p{M}+/gu;

/**
 * A word as it is compared: lower case, without accents and umlauts, and without all that is no letter or digit.
 * `E-Mail-Adresse` and `Date d’entrée` become `emailadresse` and `datedentree`.
 */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
