import { refused } from './authentication.ts';
import { base64SecretSchema } from './shared-secret.ts';
import { readSignatures } from './signature-encoding.ts';
import { hmacMethod, signatureBytes } from './signed-delivery.ts';

const shortestKeyBytes = 16;

/**
 * Outgoing webhooks of Microsoft Teams: the raw body is signed with the security token, which is base64 of the key,
 * and the signature is the credentials of the `Authorization` header.
 * @see https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
 */
export const teams = hmacMethod({
  challenge: 'HMAC',
  secretSchema: base64SecretSchema(shortestKeyBytes),
  algorithm: 'sha256',
  keyOf: (secret) => Buffer.from(secret, 'base64'),
  read({ headers, body }) {
    const authorization = headers.get('authorization');
    if (!authorization) return refused('the header Authorization: HMAC <signature> must be sent');
    const signatures = readSignatures([authorization.replace(/^HMAC +/i, 'HMAC ')], {
      prefix: 'HMAC ',
      encoding: 'base64',
      bytes: signatureBytes.sha256,
    });
    return signatures.length === 0
      ? refused('the header Authorization must be the word HMAC, a space and base64 of 32 bytes')
      : { kind: 'signed', signatures, content: [body] };
  },
});
