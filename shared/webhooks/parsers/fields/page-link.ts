/** A longer address is not kept: it would crowd out the indicators in an event. */
const longestLinkCharacters = 500;

/** An address of the sender's own page that can be shown to people: http or https, in ASCII, without credentials. */
export function pageLink(field: unknown): string | undefined {
  if (typeof field !== 'string') return undefined;
  const url = URL.parse(field.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href.length > longestLinkCharacters ? undefined : url.href;
}

/** The hosts of those fields that are addresses of pages. */
export function hostsOf(...fields: readonly unknown[]): string[] {
  const hosts = fields.flatMap((field) => {
    const url = typeof field === 'string' ? URL.parse(field.trim()) : null;
    return url?.hostname ? [url.hostname] : [];
  });
  return [...new Set(hosts)];
}
