import { refused, type SecretMethod } from './authentication.ts';
import { sharedSecretSchema } from './shared-secret.ts';
import { readSignatures } from './signature-encoding.ts';
import { hmacMethod, signatureBytes } from './signed-delivery.ts';
import { usualToleranceSeconds } from './signing-time.ts';

/**
 * Stripe, and others that sign like it: one header `t=<timestamp>,v1=<signature>` in which `v1` may stand several
 * times, over `<timestamp>.<raw body>`. The secret's characters are the key, `whsec_` among them.
 * @param header its name, which is all that such senders differ in
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export function stripeMethod(header: string): SecretMethod {
  return hmacMethod({
    challenge: header,
    secretSchema: sharedSecretSchema,
    algorithm: 'sha256',
    keyOf: (secret) => Buffer.from(secret, 'utf8'),
    read({ headers, body }) {
      const text = headers.get(header.toLowerCase());
      if (!text) return refused(`the header ${header} must be sent`);

      const parts = text.split(',').map((part) => part.trim());
      const timestamps = parts.filter((part) => part.startsWith('t='));
      const [timestamp] = timestamps.map((part) => part.slice('t='.length));
      const signatures = readSignatures(
        parts.filter((part) => part.startsWith('v1=')),
        { prefix: 'v1=', encoding: 'hex', bytes: signatureBytes.sha256 },
      );
      if (timestamp === undefined || timestamps.length > 1 || signatures.length === 0) {
        return refused(`${header} is not of the form t=<seconds since 1970>,v1=<64 hexadecimal digits>`);
      }
      return {
        kind: 'signed',
        signatures,
        content: [`${timestamp}.`, body],
        signedAt: {
          header: `the time in ${header}`,
          text: timestamp,
          unit: 'seconds',
          toleranceSeconds: usualToleranceSeconds,
        },
      };
    },
  });
}
