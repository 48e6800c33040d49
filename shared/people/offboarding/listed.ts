/** More than these are counted only: a summary is read by people, and stands in a row and an event. */
const mostNamed = 20;

/** Names or sentences in one text: the first of them, and how many more there are. */
export function listed(texts: readonly string[], separator: ', ' | '; ' = ', '): string {
  const named = texts.slice(0, mostNamed);
  const more = texts.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}
