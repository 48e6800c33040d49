const longestVendorText = 300;

/**
 * A vendor's own words for a message or log line: cut short, and without anything that looks like a credential
 * (an echoed header, a JWT), since an answer may quote what was sent.
 */
export function redactVendorText(text: string): string {
  const clean = text
    .slice(0, 4 * longestVendorText)
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]')
    .replace(/\beyJ[\w-]+(\.[\w-]+)*/g, '[redacted token]')
    .replace(/[^\P{Cc}\t]/gu, ' ');
  const short = clean.length > longestVendorText ? `${clean.slice(0, longestVendorText)} …` : clean;
  // A cut may halve a character outside the basic plane; tables and buses refuse such a text.
  return short.toWellFormed();
}

/** Method, host and path of a call, without query and credentials: what may stand in an error. */
export function describeCall(call: { method: string; url: URL }): string {
  return `${call.method} ${call.url.host}${call.url.pathname}`;
}
