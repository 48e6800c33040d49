/** Who was mentioned; a name is no indicator. */
const mention = /<at\b[^<>]*>[^<>]*<\/at>/gi;

const tag = /<\/?[a-z][^<>]*>/gi;

const entities: readonly (readonly [written: RegExp, meaning: string])[] = [
  [/&nbsp;|&#160;/g, ' '],
  [/&quot;|&#34;/g, '"'],
  [/&#39;|&apos;/g, "'"],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  // Last, so that what was escaped twice is not read twice.
  [/&amp;/g, '&'],
];

/** A message as its writer saw it: without mentions and tags. Of a link its text counts, which is what was typed. */
export function plainTeamsText(html: string): string {
  const text = html.replace(mention, ' ').replace(tag, ' ');
  return entities.reduce((plain, [written, meaning]) => plain.replace(written, meaning), text);
}
