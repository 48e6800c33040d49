/** The kinds of indicators that are looked for in text, by the names they have in answers. */
export const extractedKinds = ['domains', 'urls', 'ipv4', 'ipv6', 'cidrs', 'hashes', 'emails'] as const;

export type ExtractedKind = (typeof extractedKinds)[number];

/**
 * What was found in a text: each value once, in the order of its first mention, in the spelling that
 * `parseIndicator` (`../parse-indicator.ts`) gives it.
 * Three forms of mail addresses go beyond what `parseIndicator` takes, since no block list holds them:
 * `user@[192.0.2.1]`, a sub-address with a slash, and letters beyond ASCII before the `@` (these stay in Unicode
 * on both sides, as RFC 6531 has them).
 */
export type ExtractedIndicators = { readonly [Kind in ExtractedKind]: readonly string[] };

/** One indicator, as it was found. */
export interface Found {
  readonly kind: ExtractedKind;
  readonly value: string;
}

/** Collects what is found; a value that was there already changes nothing. */
export class Findings {
  readonly #values: { readonly [Kind in ExtractedKind]: Set<string> } = {
    domains: new Set(),
    urls: new Set(),
    ipv4: new Set(),
    ipv6: new Set(),
    cidrs: new Set(),
    hashes: new Set(),
    emails: new Set(),
  };

  add({ kind, value }: Found): void {
    this.#values[kind].add(value);
  }

  inOrder(): ExtractedIndicators {
    const { domains, urls, ipv4, ipv6, cidrs, hashes, emails } = this.#values;
    return {
      domains: [...domains],
      urls: [...urls],
      ipv4: [...ipv4],
      ipv6: [...ipv6],
      cidrs: [...cidrs],
      hashes: [...hashes],
      emails: [...emails],
    };
  }
}
