/**
 * Seconds to wait as a `Retry-After` header says, or `undefined` when it says nothing usable.
 * Both forms of RFC 9110 §10.2.3 are read: whole seconds, and a date (compared with `now`; one in the past is 0).
 * Cisco documents no such header for Secure Access, and some gateways send one: it is honoured when present.
 */
export function retryAfterSeconds(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Only a date that names its zone is read; Date.parse would take "2" or "next week" for something.
  if (!/GMT$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
