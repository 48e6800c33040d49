import type { HttpCall } from './http-call.ts';

/** Redirects followed for one call; the vendor's own are one step. */
export const mostRedirects = 3;

/**
 * The call that a redirect asks for, or `undefined` when it must not be followed.
 * Only reads are redirected. Authorization does not travel to another origin unless the call trusts it: whoever can
 * redirect us would otherwise collect tokens.
 */
export function followRedirect(
  call: HttpCall,
  status: number,
  location: string | null,
): HttpCall | undefined {
  if (![301, 302, 307, 308].includes(status) || call.method !== 'GET' || !location) return undefined;
  const url = URL.parse(location, call.url.href);
  if (!url) return undefined;
  if (url.origin === call.url.origin) return { ...call, url };
  if (call.isTrusted) return call.isTrusted(url) ? { ...call, url } : undefined;
  if (url.protocol !== 'https:') return undefined;
  const headers = Object.fromEntries(
    Object.entries(call.headers).filter(([name]) => name.toLowerCase() !== 'authorization'),
  );
  return { ...call, url, headers };
}
