/** The one date form that RFC 9110 lets a server send: `Sun, 06 Nov 1994 08:49:37 GMT`. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Seconds to wait as a `Retry-After` header says, or `undefined` when it says nothing usable.
 * Both forms of RFC 9110 §10.2.3 are read: whole seconds, and a date (compared with `now`; one in the past is 0).
 * Cisco documents no such header for Secure Access, and some gateways send one: it is honoured when present.
 * The gateway of XDR was seen to write a unit behind its seconds, `3172s`: that is read too.
 * @see https://developer.cisco.com/docs/cisco-xdr/rate-limits
 */
export function retryAfterSeconds(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const seconds = /^(\d{1,9})s?$/.exec(text)?.[1];
  if (seconds !== undefined) return Number(seconds);
  // Date.parse by itself would take "2 GMT" or "-5" for a date.
  if (!httpDate.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
