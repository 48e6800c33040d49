import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Answer } from '../../http/answer.ts';

/** Error of the objects API, which has another envelope than the platform: a code in words and a message. */
export function objectError(status: number, message?: string, more: object = {}): Answer {
  const text = STATUS_CODES[status] ?? 'Error';
  const body = {
    code: text.toUpperCase().replaceAll(' ', '_'),
    message: message ?? text,
    trackingId: randomUUID(),
    ...more,
  };
  return { status, body };
}
