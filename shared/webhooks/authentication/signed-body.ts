import { refused, type SecretMethod } from './authentication.ts';
import { sharedSecretSchema } from './shared-secret.ts';
import { readSignatures } from './signature-encoding.ts';
import { hmacMethod, signatureBytes } from './signed-delivery.ts';

/**
 * Schemes that sign nothing but the raw body, in hexadecimal digits behind a prefix: HMAC-SHA-256 keyed with
 * the secret's own characters. They have no time stamp, so a repeat is recognised by its body.
 */
export function signedBodyMethod({ header, prefix }: { header: string; prefix: string }): SecretMethod {
  return hmacMethod({
    challenge: header,
    secretSchema: sharedSecretSchema,
    algorithm: 'sha256',
    keyOf: (secret) => Buffer.from(secret, 'utf8'),
    read({ headers, body }) {
      const text = headers.get(header.toLowerCase());
      if (!text) {
        return refused(`the header ${header} must be sent: a secret has to be set where the webhook is made`);
      }
      const signatures = readSignatures(text.split(','), {
        prefix,
        encoding: 'hex',
        bytes: signatureBytes.sha256,
      });
      if (signatures.length === 0) {
        return refused(`${header} holds no signature of the form ${prefix}<64 hexadecimal digits>`);
      }
      return { kind: 'signed', signatures, content: [body] };
    },
  });
}
