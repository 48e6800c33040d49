/** Control characters, line ends of any script, marks that turn the direction of writing, and what nobody sees. */
const unwanted = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Text from outside as one harmless line of at most `most` characters: nobody can add lines, hide some,
 * or have them shown from right to left.
 */
export function plainLine(text: string, most: number): string {
  const line = text.replace(unwanted, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}
