import type { RequestBody } from '../lambda/http-request.ts';
import { RefusedRequest } from '../lambda/refused-request.ts';

/**
 * The bytes of a body exactly as they were sent, which is what senders sign.
 * Too large a body is refused by its length, before anything is decoded.
 *
 * @throws RefusedRequest (`body-too-large`).
 */
export function rawBody({ text, isBase64Encoded }: RequestBody, mostBytes: number): Buffer {
  const encoding = isBase64Encoded ? 'base64' : 'utf8';
  const bytes = Buffer.byteLength(text, encoding);
  if (bytes > mostBytes) {
    throw new RefusedRequest(
      'body-too-large',
      `The body has ${bytes} bytes; at most ${mostBytes} are taken. Send the indicators in several requests.`,
    );
  }
  return Buffer.from(text, encoding);
}
