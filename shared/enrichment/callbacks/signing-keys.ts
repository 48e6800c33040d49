import type { AuthenticationSettings } from '../../config/authentication.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import type { ConnectionSecret } from '../../webhooks/authentication/authentication.ts';
import { standardWebhooksKey } from '../../webhooks/authentication/standard-webhooks.ts';

/**
 * The keys with which callbacks of a connection are signed, newest first. A secret of Standard Webhooks is one there
 * and back; any other is taken as the bytes that it is written in, which libraries call the format `raw`.
 */
export function callbackSigningKeys(
  { scheme }: Pick<AuthenticationSettings, 'scheme'>,
  { current, previous }: ConnectionSecret,
): NonEmptyArray<Buffer> {
  const keyOf =
    scheme === 'standard-webhooks' ? standardWebhooksKey : (secret: string) => Buffer.from(secret);
  return previous === undefined ? [keyOf(current)] : [keyOf(current), keyOf(previous)];
}
