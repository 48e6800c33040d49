import type { DescribedHmac } from '../../config/described-hmac.ts';
import { type PresentedCredentials, refused, type SecretMethod } from './authentication.ts';
import { base64SecretSchema, sharedSecretSchema } from './shared-secret.ts';
import { readSignatures } from './signature-encoding.ts';
import { hmacMethod, signatureBytes } from './signed-delivery.ts';

/** What an id in a header may be; the configuration sees to it that another character stands around it. */
const deliveryId = /^[A-Za-z0-9_-]{1,200}$/;

/** Of every moment from 2001 to 2286: of one length, so that no digit of a body beside it can be counted to the time. */
const timestamps = { seconds: /^\d{10}$/, milliseconds: /^\d{13}$/ } as const;

const shortestKeyBytes = 16;

const secretSchemas = {
  text: sharedSecretSchema,
  base64: base64SecretSchema(shortestKeyBytes),
  hex: sharedSecretSchema.regex(/^(?:[0-9a-f]{2}){16,}$/i, 'the secret is at least 32 hexadecimal digits'),
} as const;

/** A sender with an HMAC header of its own, verified as the configuration describes it. */
export function describedHmac(settings: DescribedHmac): SecretMethod {
  const { header, prefix, algorithm, encoding } = settings;
  return hmacMethod({
    challenge: header,
    secretSchema: secretSchemas[settings.secretEncoding],
    algorithm,
    keyOf: (secret) =>
      Buffer.from(secret, settings.secretEncoding === 'text' ? 'utf8' : settings.secretEncoding),
    read({ headers, body }) {
      const signature = headers.get(header.toLowerCase());
      if (!signature) return refused(`the header ${header} must be sent`);
      const bytes = signatureBytes[algorithm];
      // A header that was sent several times, or lists several signatures, has commas or spaces between them.
      const signatures = readSignatures(signature.split(/[,\s]+/), { prefix, encoding, bytes });
      if (signatures.length === 0) {
        return refused(`${header} holds no signature of the form ${prefix}<${encoding} of ${bytes} bytes>`);
      }
      const signed = namedHeaders(settings, headers);
      if ('likelyCause' in signed) return signed;
      const { id, timestamp } = signed;
      return {
        kind: 'signed',
        signatures,
        content: settings.signedContent
          .split(/(\{(?:id|timestamp|body)\})/)
          .map((part) => ({ '{id}': id, '{timestamp}': timestamp, '{body}': body })[part] ?? part),
        ...(id !== undefined && { id }),
        ...(settings.timestampHeader !== undefined &&
          timestamp !== undefined && {
            signedAt: {
              header: settings.timestampHeader,
              text: timestamp,
              unit: settings.timestampUnit,
              toleranceSeconds: settings.toleranceSeconds,
            },
          }),
      };
    },
  });
}

function namedHeaders(
  { idHeader, timestampHeader, timestampUnit }: DescribedHmac,
  headers: PresentedCredentials['headers'],
): { id?: string; timestamp?: string } | ReturnType<typeof refused> {
  const id = idHeader && headers.get(idHeader.toLowerCase());
  const timestamp = timestampHeader && headers.get(timestampHeader.toLowerCase());
  if (idHeader && !(id && deliveryId.test(id))) {
    return refused(`the header ${idHeader} must be sent: up to 200 letters, digits, - and _`);
  }
  if (timestampHeader && !(timestamp && timestamps[timestampUnit].test(timestamp))) {
    return refused(`the header ${timestampHeader} must be sent: whole ${timestampUnit} since 1970`);
  }
  return { ...(id && { id }), ...(timestamp && { timestamp }) };
}
