import { textBody } from './text-body.ts';

const formContentType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

export function announcesForm(contentType: string | undefined): boolean {
  return contentType !== undefined && formContentType.test(contentType.trim());
}

/**
 * Reads a form as browsers send it. Of a field that comes twice the first counts.
 * @throws RefusedRequest (`unreadable-body`) when it is empty or not UTF-8.
 * @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export function formBody(body: Buffer): ReadonlyMap<string, string> {
  return new Map([...new URLSearchParams(textBody(body))].reverse());
}
