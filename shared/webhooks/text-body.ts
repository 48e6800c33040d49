import { RefusedRequest } from '../lambda/refused-request.ts';

/**
 * Reads a body as UTF-8 text, without its byte order mark.
 * @throws RefusedRequest (`unreadable-body`) when it is empty or other bytes.
 */
export function textBody(body: Buffer): string {
  if (body.length === 0) {
    throw new RefusedRequest('unreadable-body', 'The body is empty; text was expected.');
  }
  const text = decodeUtf8(body);
  if (text === undefined) throw new RefusedRequest('unreadable-body', 'The body is not UTF-8 text.');
  return text;
}

/** @returns `undefined` when the bytes are not UTF-8. */
export function decodeUtf8(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
