import { refused } from './authentication.ts';
import { sharedSecretSchema } from './shared-secret.ts';
import { readSignatures } from './signature-encoding.ts';
import { hmacMethod, signatureBytes } from './signed-delivery.ts';
import { usualToleranceSeconds } from './signing-time.ts';

/**
 * Slack: `v0:<timestamp>:<raw body>` is signed with the app's signing secret, whose characters are the key.
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const slack = hmacMethod({
  challenge: 'X-Slack-Signature',
  secretSchema: sharedSecretSchema,
  algorithm: 'sha256',
  keyOf: (secret) => Buffer.from(secret, 'utf8'),
  read({ headers, body }) {
    const timestamp = headers.get('x-slack-request-timestamp');
    const signature = headers.get('x-slack-signature');
    if (!timestamp || !signature) {
      return refused('the headers X-Slack-Request-Timestamp and X-Slack-Signature must both be sent');
    }
    const signatures = readSignatures([signature], {
      prefix: 'v0=',
      encoding: 'hex',
      bytes: signatureBytes.sha256,
    });
    if (signatures.length === 0) {
      return refused('X-Slack-Signature is not of the form v0=<64 hexadecimal digits>');
    }
    return {
      kind: 'signed',
      signatures,
      content: [`v0:${timestamp}:`, body],
      signedAt: {
        header: 'X-Slack-Request-Timestamp',
        text: timestamp,
        unit: 'seconds',
        toleranceSeconds: usualToleranceSeconds,
      },
    };
  },
});
