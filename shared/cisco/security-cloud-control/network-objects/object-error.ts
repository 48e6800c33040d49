import { z } from 'zod';
import type { HttpAnswer } from '../../http/http-call.ts';
import { redactVendorText } from '../../http/redact.ts';
import { usageSentence } from './usage-locations.ts';

const words = z.string().min(1).optional().catch(undefined);
const empty = {
  code: undefined,
  message: undefined,
  details: undefined,
  field: undefined,
  trackingId: undefined,
};

const errorBodySchema = z
  .object({
    code: words,
    message: words,
    /** A text or an object, as the description has it; an object is kept as its JSON. */
    details: z
      .union([z.string(), z.record(z.string(), z.unknown()).transform((object) => JSON.stringify(object))])
      .optional()
      .catch(undefined),
    field: words,
    trackingId: words,
  })
  .catch(empty);

/** An error of the objects API, fit to be shown. */
export interface ObjectError {
  /** What a person reads: the words, the field, where the object is used, the id for support. */
  readonly text: string;
  /** All that was said, uncut and not fit to be shown: to look in it for the values that it names. */
  readonly said: string;
}

/**
 * Reads the error envelope of the objects API, which is another one than the platform's: `code` and `message`, beside
 * them `details`, `field` and `trackingId` where there is something to say, and `usageLocations` for what is in use.
 * @param sent the credential of the request: an answer may quote it
 */
export function readObjectError({ body, headers }: HttpAnswer, sent: string): ObjectError {
  const { code, message, details, field, trackingId } = errorBodySchema.parse(body);
  const clean = (text: string) => redactVendorText(text.replaceAll(sent, '[redacted]'));
  const raw = message ?? code ?? (typeof body === 'string' ? body : '');
  const supportId = trackingId ?? headers.get('trackingid');
  const usage = usageSentence(body);
  const reason = clean(raw) || 'the answer gives no reason';
  const sentences = [
    usage === undefined ? reason : `${reason.replace(/\.$/, '')}.`,
    details && `(${clean(details)})`,
    field && `(field ${clean(field)})`,
    usage,
    supportId && `(Cisco's id for support: ${clean(supportId)})`,
  ];
  return {
    text: sentences.filter((sentence) => sentence).join(' '),
    said: [raw, details, field].join('\n'),
  };
}
